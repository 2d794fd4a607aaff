import { DECONFLICTION_KINDS, type DeconflictionKind, STANDING_DAYS } from '@proofmark/contract/deconfliction-words'
import type { Purpose } from '@proofmark/contract/purposes'
import type { CaseListed } from '@proofmark/contract/schemas/case'
import type { DeconflictionAnswer } from '@proofmark/contract/schemas/deconfliction'
import { type FormEvent, useState } from 'react'
import { PickCase } from '../cases/give/PickCase.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Choice } from '../traces/form/fields.tsx'
import { Answered } from './Answered.tsx'
import styles from './Deconfliction.module.css'
import { ASKING_PURPOSES } from './grounds.ts'

interface Draft {
  /** Sent again after its answer was lost, it is the same question. */
  readonly id: string
  readonly kind: DeconflictionKind | ''
  readonly value: string
  readonly case: CaseListed | null
  readonly purpose: Purpose | ''
}

/** Asks whether somebody else works on a value. */
export function AskForm({ onAsked }: { readonly onAsked: () => void }) {
  const { say, figures } = useLanguage()
  const doing = useDoing()
  const [draft, setDraft] = useState<Draft>(() => ({
    ...{ id: newIdentifier(), kind: '', value: '', case: null, purpose: '' },
  }))
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState<{ readonly draft: Draft; readonly answer: DeconflictionAnswer } | null>(null)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part, id: newIdentifier() })
  const missing = (empty: boolean) =>
    tried && empty ? { reason: say('deconfliction.page.missing'), accepted: '' } : null
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { id, kind, purpose } = draft
    const [value, named] = [draft.value.trim(), draft.case?.case]
    if (kind === '' || purpose === '' || value === '' || named === undefined) return
    setSaid(null)
    doing.act(async () => {
      const answer = await api('deconflictionAsk', { id, kind, value, case: named, grounds: { purpose } })
      setSaid({ draft, answer })
      setDraft((now) => ({ ...now, id: newIdentifier() }))
      onAsked()
    })
  }
  return (
    <Section heading={say('deconfliction.page.ask')} ruled={false} busy={doing.busy}>
      <p className={styles.told}>{say('deconfliction.page.ask_told', { days: figures.count(STANDING_DAYS) })}</p>
      <form className={styles.form} noValidate autoComplete="off" onSubmit={ask}>
        <Choice
          name="kind"
          label={say('deconfliction.page.kind')}
          words={DECONFLICTION_KINDS}
          wordOf={(word) => say(`deconfliction.kind.${word}`)}
          value={draft.kind}
          error={missing(draft.kind === '')}
          onChange={(kind) => change({ kind })}
        />
        <TextField
          name="value"
          label={say('deconfliction.page.value')}
          hint={say('deconfliction.page.value_how')}
          value={draft.value}
          most={200}
          error={missing(draft.value.trim() === '')}
          onChange={(value) => change({ value })}
        />
        <PickCase
          chosen={draft.case}
          missing={tried && draft.case === null}
          onChoose={(chosen) => change({ case: chosen })}
        />
        <Choice
          name="purpose"
          label={say('deconfliction.page.purpose')}
          words={ASKING_PURPOSES}
          wordOf={(word) => say(`word.purpose.${word}`)}
          value={draft.purpose as (typeof ASKING_PURPOSES)[number] | ''}
          error={missing(draft.purpose === '')}
          onChange={(purpose) => change({ purpose })}
        />
        {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
        <p className={styles.buttons}>
          <Button type="submit" weight="main" aria-disabled={doing.busy}>
            {say('deconfliction.page.send')}
          </Button>
        </p>
      </form>
      <div role="status">
        {said && said.draft.kind !== '' && (
          <Answered kind={said.draft.kind} value={said.draft.value} answer={said.answer} />
        )}
      </div>
    </Section>
  )
}
