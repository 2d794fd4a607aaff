import type { AnswerError } from '@proofmark/contract/client'
import { addressOf } from '@proofmark/contract/client'
import { PATHS } from '@proofmark/contract/paths'
import { ISSUE_KINDS, type IssueKind } from '@proofmark/contract/quality-words'
import type { Issue } from '@proofmark/contract/schemas/quality'
import { type FormEvent, useCallback, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { GROUNDS } from './grounds.ts'
import { IssueRow } from './IssueRow.tsx'
import styles from './QualityPage.module.css'

interface ListsProps {
  readonly steward: boolean
  readonly onTold: () => void
}

interface Shown {
  readonly kind: IssueKind
  readonly agency: string
  readonly issues: readonly Issue[]
  readonly next: string | null
}

/** What stewards should look at: one list at a time, of all agencies or of one. */
export function Lists({ steward, onTold }: ListsProps) {
  const { say } = useLanguage()
  const [kind, setKind] = useState<IssueKind>('collision')
  const [agency, setAgency] = useState('')
  const [shown, setShown] = useState<Shown | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const askAgencies = useCallback((signal: AbortSignal) => api('agencyList', undefined, {}, signal), [])
  const [agencies] = useAsked(askAgencies)
  const ask = (wanted: Pick<Shown, 'kind' | 'agency'>, before: readonly Issue[], after: string | null) => {
    if (busy) return
    setBusy(true)
    setError(null)
    const of = wanted.agency === '' ? {} : { agency: wanted.agency }
    api('issueList', { kind: wanted.kind, ...of, ...(after === null ? {} : { after }), grounds: GROUNDS }).then(
      ({ issues, next }) => {
        setBusy(false)
        setShown({ ...wanted, issues: [...before, ...issues], next })
      },
      (thrown: unknown) => {
        setBusy(false)
        setError(answerError(thrown))
      },
    )
  }
  const show = () => ask({ kind, agency }, [], null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    show()
  }
  return (
    <Section heading={say('quality.lists')} busy={busy}>
      <form className={styles.form} onSubmit={submit}>
        <Field label={say('quality.list')} hint={say(`quality.kind_how.${kind}`)}>
          {(control) => (
            <select
              {...control}
              name="kind"
              value={kind}
              onChange={(event) => setKind(event.target.value as IssueKind)}
            >
              {ISSUE_KINDS.map((each) => (
                <option key={each} value={each}>
                  {say(`quality.kind.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('quality.agency')}>
          {(control) => (
            <select {...control} name="agency" value={agency} onChange={(event) => setAgency(event.target.value)}>
              <option value="">{say('quality.every_agency')}</option>
              {agencies.kind === 'answered' &&
                agencies.answer.agencies.map(({ name }) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <Button type="submit" weight="main" aria-disabled={busy}>
          {say('quality.show_list')}
        </Button>
      </form>
      {error && <Failed error={error} onAgain={show} />}
      {shown && (
        <Found
          shown={shown}
          steward={steward}
          busy={busy}
          onMore={() => ask(shown, shown.issues, shown.next)}
          onTold={onTold}
        />
      )}
    </Section>
  )
}

interface FoundProps extends ListsProps {
  readonly shown: Shown
  readonly busy: boolean
  readonly onMore: () => void
}

function Found({ shown, steward, busy, onMore, onTold }: FoundProps) {
  const { say } = useLanguage()
  const { kind, agency, issues, next } = shown
  if (issues.length === 0)
    return (
      <p role="status" className={styles.lead}>
        {say('quality.nothing')}
      </p>
    )
  const query = { kind, ...(agency === '' ? {} : { agency }), purpose: GROUNDS.purpose }
  return (
    <>
      <p className={styles.take}>
        <a href={addressOf(PATHS.issueTable.path, query)} download>
          {say('quality.take')}
        </a>
      </p>
      <ol className={styles.list} aria-label={say(`quality.kind.${kind}`)}>
        {issues.map((issue) => (
          <li key={issue.records.map(({ record }) => record).join(' ')}>
            <IssueRow issue={issue} steward={steward} onTold={onTold} />
          </li>
        ))}
      </ol>
      {next !== null && (
        <p className={styles.buttons}>
          <Button aria-disabled={busy} onClick={onMore}>
            {say('quality.more')}
          </Button>
        </p>
      )}
    </>
  )
}
