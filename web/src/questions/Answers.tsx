import type { Verdict } from '@proofmark/contract/schemas/question'
import { Facts } from '../common/Facts.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Answers.module.css'

interface Given {
  readonly id: string
  readonly verdict: Verdict
  readonly note: string | null
  readonly at: string
  /** Who of the reader's own people; the asker is not told. */
  readonly by?: string
}

/** What a desk answered, the last first: that one counts, those that it replaced stand folded beneath. */
export function Answers({ answers }: { readonly answers: readonly Given[] }) {
  const { say, figures } = useLanguage()
  const [last, ...earlier] = answers
  if (!last) return null
  return (
    <div className={styles.answers}>
      <Answer answer={last} />
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>
            {say('questions.earlier', { count: earlier.length, figure: figures.count(earlier.length) })}
          </summary>
          <ol>
            {earlier.map((answer) => (
              <li key={answer.id}>
                <Answer answer={answer} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}

function Answer({ answer: { verdict, note, at, by } }: { readonly answer: Given }) {
  const { say, figures } = useLanguage()
  return (
    <>
      <p className={styles.verdict}>{say(`word.verdict.${verdict}`)}</p>
      {note !== null && (
        <p className={styles.note}>
          <bdi>{note}</bdi>
        </p>
      )}
      <p className={styles.when}>
        <Facts>{[by, figures.moment(at)]}</Facts>
      </p>
    </>
  )
}
