import type { AnswerError } from '@proofmark/contract/client'
import type { StandingDecision, VocabularyList } from '@proofmark/contract/schemas/vocabulary'
import type { VocabularyField } from '@proofmark/domain/vocabulary-field'
import { useEffect, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { answerError, api, wasAborted } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { DecisionRow } from './DecisionRow.tsx'
import styles from './VocabularyPage.module.css'

const PAGE = 20

interface DecisionsProps {
  readonly field: VocabularyField | null
  /** Rises with each decision taken beside this list. */
  readonly changes: number
  readonly onWithdrawn: () => void
}

/** What was decided, by whom and when, the last first; each can be withdrawn, and put back where it stood. */
export function Decisions({ field, changes, onWithdrawn }: DecisionsProps) {
  const { say } = useLanguage()
  const [list, setList] = useState<VocabularyList | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const [attempt, setAttempt] = useState(0)
  const ofField = field ? { field } : {}

  useEffect(() => {
    const controller = new AbortController()
    // Asked again after each decision and each attempt; what is shown stays until the answer is here.
    if (attempt >= 0 && changes >= 0) setError(null)
    api('vocabularyList', { ...(field ? { field } : {}), limit: PAGE }, {}, controller.signal).then(
      setList,
      (thrown: unknown) => {
        if (!wasAborted(thrown)) setError(answerError(thrown))
      },
    )
    return () => controller.abort()
  }, [field, changes, attempt])

  const more = (before: VocabularyList & { next: string }) => {
    setError(null)
    api('vocabularyList', { ...ofField, before: before.next, limit: PAGE }).then(
      (page) => setList({ ...page, decisions: [...before.decisions, ...page.decisions] }),
      (thrown: unknown) => setError(answerError(thrown)),
    )
  }
  const next = list?.next ?? null
  return (
    <Section heading={say('vocabulary.decisions')} busy={!list && !error}>
      {!list && !error && <Bars id="vocabulary.decisions_asking" />}
      {error && <Failed error={error} onAgain={() => setAttempt(attempt + 1)} kept={false} />}
      {list?.decisions.length === 0 && (
        <div className={states.state}>
          <p>{say(field ? 'vocabulary.decisions_none_of_field' : 'vocabulary.decisions_none')}</p>
        </div>
      )}
      <ol className={styles.list}>
        {list?.decisions.map((decision: StandingDecision) => (
          <li key={decision.decision}>
            <DecisionRow decision={decision} onChanged={onWithdrawn} />
          </li>
        ))}
      </ol>
      {list && next !== null && (
        <p className={styles.more}>
          <Button onClick={() => more({ ...list, next })}>{say('vocabulary.decisions_next')}</Button>
        </p>
      )}
    </Section>
  )
}
