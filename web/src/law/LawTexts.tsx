import { LEGAL_JUSTIFICATIONS } from '@proofmark/contract/recovery-words'
import type { LawTextList } from '@proofmark/contract/schemas/law-text'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Law.module.css'
import { languageName } from './language-name.ts'

type Entry = LawTextList['texts'][number]

interface LawTextsProps {
  readonly texts: readonly Entry[]
  /** Null for a reader who only looks. */
  readonly onChange: ((text: Entry) => void) | null
  readonly onRemoved: () => void
}

/** How much of a text stands for it where it is named. */
const NAMED = 60

/** The provisions by ground, each in its own language and direction. */
export function LawTexts({ texts, onChange, onRemoved }: LawTextsProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const remove = ({ id, agency, ground, language, provision, validFrom, validTo }: Entry) =>
    act(async () => {
      const of = agency === null ? ('state' as const) : ('agency' as const)
      await api('lawTextSave', { id, of, ground, language, provision, validFrom, validTo, removed: true })
      onRemoved()
    })
  return (
    <>
      {error && <Failed error={error} kept={false} onAgain={again} />}
      {LEGAL_JUSTIFICATIONS.filter((ground) => texts.some((text) => text.ground === ground)).map((ground) => (
        <section key={ground} className={styles.ground}>
          <h3>{say(`law.ground.${ground}`)}</h3>
          <ul>
            {texts
              .filter((text) => text.ground === ground)
              .map((text) => (
                <li key={text.id}>
                  <p className={styles.provision} lang={text.language} dir={directionOf(text.provision)}>
                    {text.provision}
                  </p>
                  <About text={text} />
                  {onChange && text.keeps && (
                    <p className={styles.acts}>
                      <Button
                        weight="word"
                        aria-label={`${say('law.change')}: ${text.provision.slice(0, NAMED)}`}
                        onClick={() => onChange(text)}
                      >
                        {say('law.change')}
                      </Button>
                      <Button
                        weight="word"
                        aria-disabled={busy}
                        aria-label={`${say('law.remove')}: ${text.provision.slice(0, NAMED)}`}
                        onClick={() => remove(text)}
                      >
                        {say('law.remove')}
                      </Button>
                    </p>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function About({ text: { agency, language, validFrom, validTo, by, at } }: { readonly text: Entry }) {
  const { say, figures, locale } = useLanguage()
  const day = (on: string) => figures.day(`${on}T12:00:00Z`)
  const named = languageName(language, locale)
  const bounds =
    validFrom === null
      ? validTo && say('law.valid_until', { to: day(validTo) })
      : validTo === null
        ? say('law.valid_since', { from: day(validFrom) })
        : say('law.valid', { from: day(validFrom), to: day(validTo) })
  return (
    <p className={styles.about}>
      <Facts>
        {[
          agency === null
            ? say('traces.form.law_of_state', { language: named })
            : say('traces.form.law_of_agency', { agency: `\u2068${agency}\u2069`, language: named }),
          bounds,
          say('law.by', { by: `\u2068${by}\u2069`, at: figures.day(at) }),
        ]}
      </Facts>
    </p>
  )
}
