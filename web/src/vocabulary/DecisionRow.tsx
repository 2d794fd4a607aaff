import type { AnswerError } from '@proofmark/contract/client'
import type { StandingDecision } from '@proofmark/contract/schemas/vocabulary'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { meaningShown, textShown } from './meaning.tsx'
import styles from './VocabularyPage.module.css'

interface DecisionRowProps {
  readonly decision: StandingDecision
  readonly onChanged: () => void
}

/** One decision that stands, and taking it back; the line stays, so that taking back can be undone too. */
export function DecisionRow({ decision, onChanged }: DecisionRowProps) {
  const language = useLanguage()
  const { say, figures } = language
  const [stands, setStands] = useState(true)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const { field, text, make, makeName, code, said, by, at } = decision
  const which = { field, text, ...(make === null ? {} : { make }) }

  const change = () => {
    setBusy(true)
    setError(null)
    const means = code !== null ? { code } : { said: said ?? '' }
    const asked = stands ? api('vocabularyWithdraw', which) : api('vocabularyDecide', { ...which, means })
    asked.then(
      () => {
        setBusy(false)
        setStands(!stands)
        onChanged()
      },
      (thrown: unknown) => {
        setBusy(false)
        setError(answerError(thrown))
      },
    )
  }
  return (
    <div className={styles.decision}>
      <p>
        <Sentence
          id={stands ? 'vocabulary.decided' : 'vocabulary.withdrawn'}
          nodes={{ text: textShown(language, text), meaning: meaningShown(language, decision) }}
        />{' '}
        <Button
          weight="word"
          disabled={busy}
          aria-label={say(stands ? 'vocabulary.withdraw_text' : 'vocabulary.redo_text', { text })}
          onClick={change}
        >
          {say(stands ? 'vocabulary.withdraw' : 'vocabulary.redo')}
        </Button>
      </p>
      <p className={styles.facts}>
        <Facts>
          {[
            say(`vocabulary.field.${field}`),
            makeName && say('vocabulary.under', { make: makeName }),
            decision.pack && say('vocabulary.decided_from', { pack: decision.pack.name }),
            by,
            figures.moment(at),
          ]}
        </Facts>
      </p>
      {error && <Failed error={error} onAgain={change} kept={false} />}
    </div>
  )
}
