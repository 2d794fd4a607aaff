import { LEGAL_BASES, type LegalBasis } from '@proofmark/contract/purposes'
import type { TraceAnswerDraft } from '@proofmark/contract/schemas/trace-shown'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { newIdentifier } from '../../enter/identifier.ts'
import { api } from '../../frame/api.ts'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { Choice } from '../form/fields.tsx'
import { GROUNDS } from '../grounds.ts'
import styles from './Incoming.module.css'
import { Pointed } from './Pointed.tsx'

interface AskOwnersProps extends Pick<TraceAnswerDraft, 'own' | 'others' | 'questions'> {
  readonly trace: string
  readonly reference: string
}

/** What others keep is theirs to release: whom to ask, and asking them inside the system. */
export function AskOwners({ trace, reference, own, others, questions }: AskOwnersProps) {
  const { say, figures } = useLanguage()
  const [basis, setBasis] = useState<LegalBasis | ''>('')
  const [tried, setTried] = useState(false)
  const [asked, setAsked] = useState(questions)
  const id = useRef(newIdentifier())
  const doing = useDoing()
  const ask = (agencies: readonly string[]) => {
    setTried(true)
    if (basis === '') return
    const whom = agencies.length === 0 ? {} : { agencies: [...agencies] }
    doing.act(async () => {
      const { question, at } = await api('traceAsk', { trace, id: id.current, ...whom, basis, grounds: GROUNDS })
      id.current = newIdentifier()
      setAsked([...asked, { question, at }])
    })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(others.map(({ agency }) => agency))
  }
  const [rests] = own
  // Where nothing of one's own bears the mark, the question rests on the request itself.
  const look = async (law: LegalBasis) =>
    rests
      ? (await api('pointerAsk', { record: rests.record, reference, basis: law })).pointers
      : (await api('tracePointers', { trace, basis: law, grounds: GROUNDS })).pointers
  return (
    <Section heading={say('traces.page.others')}>
      <p className={styles.told}>{say(others.length === 0 ? 'traces.page.no_others' : 'traces.page.others_told')}</p>
      <ul className={styles.list}>
        {others.map(({ agency, name, desk, records }) => (
          <li key={agency}>
            <bdi className={styles.name}>{name}</bdi>{' '}
            {say('traces.page.of_records', { count: records, figure: figures.count(records) })}
            <span className={styles.desk}>
              <bdi>{desk}</bdi>
            </span>
          </li>
        ))}
      </ul>
      <form className={styles.form} noValidate onSubmit={submit}>
        <Choice
          name="askBasis"
          label={say('traces.form.legal_basis')}
          words={LEGAL_BASES}
          wordOf={(word) => say(`word.basis.${word}`)}
          value={basis}
          error={
            tried && basis === ''
              ? { reason: say('traces.page.missing'), accepted: say('traces.page.accepted.basis') }
              : null
          }
          onChange={setBasis}
        />
        {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
        <p>
          <Button type="submit" aria-disabled={doing.busy}>
            {say(others.length === 0 ? 'traces.page.ask_all' : 'traces.page.ask_these')}
          </Button>
        </p>
      </form>
      <Pointed look={look} basis={basis || null} onMissing={() => setTried(true)} onAsk={(agency) => ask([agency])} />
      <div role="status">
        {asked.map(({ question, at }) => (
          <p key={question} className={styles.told}>
            <Go to={`/questions/${question}`}>{say('traces.page.asked_on', { at: figures.moment(at) })}</Go>
          </p>
        ))}
      </div>
    </Section>
  )
}
