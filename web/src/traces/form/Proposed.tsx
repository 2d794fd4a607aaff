import type { ProposedForForm, TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { ILLICIT_GROUNDS, type TraceNeed } from '@proofmark/contract/trace-words'
import { Button } from '../../common/Button.tsx'
import { directionOf } from '../../common/direction.ts'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { languageName } from '../../law/language-name.ts'
import { countriesOf } from '../countries.ts'
import { GROUNDS } from '../grounds.ts'
import styles from './Form.module.css'
import type { Form } from './useForm.ts'

interface ProposedProps {
  readonly trace: TraceShown
  readonly form: Form
}

/**
 * What is known and not said in the form yet: texts of law that fit the recovery, and what follows of the firearm. Nothing
 * of it stands in the form before the officer says that it is so.
 */
export function Proposed({ trace, form }: ProposedProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const { proposed } = trace
  const noLaw =
    trace.completeness.missing.some(({ need }) => need === 'legal_justification') &&
    !proposed.some(({ need }) => need === 'legal_justification')
  if (proposed.length === 0 && !noLaw) return null
  const adopt = (proposals: readonly string[]) =>
    act(async () => {
      if (!(await form.save())) return
      const { version } = await api('traceShow', { trace: trace.id, grounds: GROUNDS })
      await api('traceAdopt', { trace: trace.id, version, proposals: [...proposals], grounds: GROUNDS })
      form.takeTheirs()
    })
  const sure = proposed.filter(({ conditional }) => !conditional)
  const firsts = sure.filter(({ need }, at) => sure.findIndex((each) => each.need === need) === at)
  return (
    <Section heading={say('traces.form.proposals')}>
      <div className={styles.proposed}>
        {proposed.length > 0 && <p className={styles.told}>{say('traces.form.proposals_how')}</p>}
        <ul>
          {proposed.map((each) => (
            <li key={each.id}>
              <One proposed={each} busy={busy} onAdopt={() => adopt([each.id])} />
            </li>
          ))}
        </ul>
        {firsts.length > 1 && (
          <p>
            <Button aria-disabled={busy} onClick={() => adopt(firsts.map(({ id }) => id))}>
              {say('traces.form.adopt_all')}
            </Button>
          </p>
        )}
        {noLaw && (
          <p className={styles.told}>
            {say('traces.form.law_none')} <Go to="/law">{say('law.open')}</Go>
          </p>
        )}
        {error && <Failed error={error} onAgain={again} />}
      </div>
    </Section>
  )
}

/** What the form calls it, where that is another word. */
const NAMED_AS: Readonly<Partial<Record<TraceNeed, string>>> = { country_of_manufacture: 'madeIn', year: 'yearFrom' }

interface OneProps {
  readonly proposed: ProposedForForm
  readonly busy: boolean
  readonly onAdopt: () => void
}

function One({ proposed: { need, because, put, text, law }, busy, onAdopt }: OneProps) {
  const { say, locale } = useLanguage()
  const ground = ILLICIT_GROUNDS.find((each) => each === put)
  const what =
    need === 'country_of_manufacture' && /^[A-Z]{2}$/.test(put)
      ? countriesOf(locale).nameOf(put)
      : need === 'illicit_grounds' && ground
        ? say(`word.illicit_ground.${ground}`)
        : put
  const language = law && languageName(law.language, locale)
  return (
    <>
      <h3>{say(`traces.form.${because === 'country_not_recorded' ? 'madeInUnknown' : (NAMED_AS[need] ?? need)}`)}</h3>
      <p lang={law?.language} dir={directionOf(what)}>
        {what}
      </p>
      <p className={styles.told}>
        {text}{' '}
        {law &&
          (law.agency === null
            ? `(${say('traces.form.law_of_state', { language: language ?? '' })})`
            : `(${say('traces.form.law_of_agency', { agency: `\u2068${law.agency}\u2069`, language: language ?? '' })})`)}
      </p>
      <Button
        weight="word"
        aria-disabled={busy}
        aria-label={`${say('traces.form.adopt')}: ${what.slice(0, 80)}`}
        onClick={onAdopt}
      >
        {say('traces.form.adopt')}
      </Button>
    </>
  )
}
