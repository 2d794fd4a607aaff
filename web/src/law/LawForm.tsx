import { LEGAL_JUSTIFICATIONS, type LegalJustification } from '@proofmark/contract/recovery-words'
import type { LawTextList } from '@proofmark/contract/schemas/law-text'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Choice, Day, Latin, LongText } from '../traces/form/fields.tsx'
import styles from './Law.module.css'
import { languageName } from './language-name.ts'

type Entry = LawTextList['texts'][number]
type Of = 'agency' | 'state'
const OF: readonly Of[] = ['agency', 'state']

interface LawFormProps {
  /** The text that is said anew; null for a new one. */
  readonly changed: Entry | null
  readonly hasAgency: boolean
  readonly onSaved: () => void
  readonly onLeft: () => void
}

interface Draft {
  readonly of: Of | ''
  readonly ground: LegalJustification | ''
  readonly language: string
  readonly provision: string
  readonly validFrom: string
  readonly validTo: string
}

const draftOf = (text: Entry | null, locale: string, hasAgency: boolean): Draft =>
  text === null
    ? { of: hasAgency ? '' : 'state', ground: '', language: locale, provision: '', validFrom: '', validTo: '' }
    : {
        of: text.agency === null ? 'state' : 'agency',
        ground: text.ground,
        language: text.language,
        provision: text.provision,
        validFrom: text.validFrom ?? '',
        validTo: text.validTo ?? '',
      }

/** Writes a provision, or says one anew; what was said before stays. */
export function LawForm({ changed, hasAgency, onSaved, onLeft }: LawFormProps) {
  const { say, locale } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [draft, setDraft] = useState(() => draftOf(changed, locale, hasAgency))
  const [tried, setTried] = useState(false)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const { of, ground, provision, validFrom, validTo } = draft
  const language = draft.language.trim().toLowerCase()
  const isLanguage = /^[a-z]{2,3}$/.test(language)
  const isReversed = validFrom !== '' && validTo !== '' && validTo < validFrom
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (of === '' || ground === '' || !isLanguage || provision.trim() === '' || isReversed) return
    act(async () => {
      const bounds = { validFrom: validFrom || null, validTo: validTo || null }
      const id = changed?.id ?? crypto.randomUUID()
      await api('lawTextSave', { id, of, ground, language, provision: provision.trim(), ...bounds })
      onSaved()
    })
  }
  const lacks = (isWrong: boolean, accepted = '') =>
    tried && isWrong ? { reason: say('law.missing'), accepted } : null
  return (
    <Section heading={say(changed === null ? 'law.add' : 'law.change')}>
      <form className={styles.form} noValidate onSubmit={submit}>
        {changed === null && hasAgency && (
          <Choice
            name="of"
            label={say('law.of')}
            words={OF}
            wordOf={(word) => say(`law.of.${word}`)}
            value={of}
            error={lacks(of === '')}
            onChange={(next) => change({ of: next })}
          />
        )}
        <Choice
          name="ground"
          label={say('law.ground')}
          words={LEGAL_JUSTIFICATIONS}
          wordOf={(word) => say(`law.ground.${word}`)}
          value={ground}
          error={lacks(ground === '')}
          onChange={(next) => change({ ground: next })}
        />
        <Latin
          name="language"
          label={say('law.language')}
          hint={isLanguage ? languageName(language, locale) : say('law.language_how')}
          error={lacks(!isLanguage, say('law.language_how'))}
          value={draft.language}
          most={3}
          onChange={(next) => change({ language: next })}
        />
        <LongText
          name="provision"
          label={say('law.provision')}
          hint={say('law.provision_how')}
          error={lacks(provision.trim() === '', say('law.provision_how'))}
          value={provision}
          most={2_000}
          onChange={(next) => change({ provision: next })}
        />
        <Day
          name="validFrom"
          label={say('law.valid_from')}
          hint={say('law.valid_how')}
          value={validFrom}
          onChange={(next) => change({ validFrom: next })}
        />
        <Day
          name="validTo"
          label={say('law.valid_to')}
          hint={say('law.valid_how')}
          error={isReversed ? { reason: say('law.reversed'), accepted: '' } : null}
          value={validTo}
          onChange={(next) => change({ validTo: next })}
        />
        {error && <Failed error={error} onAgain={again} />}
        <p className={styles.acts}>
          <Button type="submit" aria-disabled={busy}>
            {say('law.save')}
          </Button>
          {changed !== null && (
            <Button weight="word" onClick={onLeft}>
              {say('law.give_up')}
            </Button>
          )}
        </p>
      </form>
    </Section>
  )
}
