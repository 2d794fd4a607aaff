import type { AnswerError } from '@proofmark/contract/client'
import type { AskedQuestion } from '@proofmark/contract/schemas/question'
import { useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { answerError, api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Answers } from './Answers.tsx'
import { Description } from './Description.tsx'
import { Line } from './Line.tsx'
import { Plate } from './Plate.tsx'
import styles from './QuestionRow.module.css'
import { useNamed } from './useNamed.ts'

interface AskedRowProps {
  readonly question: AskedQuestion
  readonly named: boolean
  /** May the reader withdraw what the agency asked? */
  readonly asker: boolean
  readonly onWithdrawn: (at: string) => void
}

/** A question of the reader's agency: what was asked, what each desk says, and taking it back. */
export function AskedRow({ question, named, asker, onWithdrawn }: AskedRowProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  const article = useNamed(named)
  const [taken, setTaken] = useState(false)
  const { withdrawnAt } = question
  const withdraw = (at: string) => {
    setTaken(true)
    onWithdrawn(at)
  }
  return (
    <article ref={article} tabIndex={-1} className={named ? styles.named : styles.row}>
      <div>
        <h3 id={id}>
          <Identifier mono>{question.reference}</Identifier>
        </h3>
        <Plate
          facts={[
            [say('pointer.basis'), say(`word.basis.${question.basis}`)],
            [say('questions.at'), figures.moment(question.at)],
            [say('questions.by'), <bdi key="by">{question.by}</bdi>],
            [
              say('questions.rests_on'),
              question.record && (
                <Go key="record" to={`/records/${question.record}`}>
                  {say('questions.own_record')}
                </Go>
              ),
            ],
          ]}
        />
        {asker && withdrawnAt === null && <Withdraw question={question.id} describedBy={id} onWithdrawn={withdraw} />}
      </div>
      <div className={styles.body}>
        <div className={styles.what}>
          <Description description={question.description} size="text" />
        </div>
        <div className={styles.said}>
          <div role="status">
            {withdrawnAt !== null && (
              <Line className={styles.withdrawn} focused={taken}>
                {say('questions.withdrawn', { at: figures.moment(withdrawnAt) })}
              </Line>
            )}
          </div>
          <ul className={styles.desks}>
            {question.desks.map((desk) => (
              <li key={desk.id}>
                <p className={styles.desk}>
                  <bdi>{desk.name}</bdi>
                </p>
                <p className={styles.contact}>
                  <bdi>{desk.desk}</bdi>
                </p>
                <Answers answers={desk.answers} />
                {desk.answers.length === 0 && (
                  <p className={styles.silent}>
                    {say(withdrawnAt === null ? 'questions.no_answer' : 'questions.never_answered')}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </article>
  )
}

interface WithdrawProps {
  readonly question: string
  readonly describedBy: string
  readonly onWithdrawn: (at: string) => void
}

/** Taking a question back, beside what becomes of it. */
function Withdraw({ question, describedBy, onWithdrawn }: WithdrawProps) {
  const { say } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const withdraw = () => {
    if (busy) return
    setBusy(true)
    setError(null)
    api('questionWithdraw', undefined, { question }).then(
      ({ withdrawnAt }) => onWithdrawn(withdrawnAt),
      (thrown: unknown) => {
        setBusy(false)
        setError(answerError(thrown))
      },
    )
  }
  return (
    <div className={styles.take}>
      <Button aria-describedby={describedBy} aria-disabled={busy} onClick={withdraw}>
        {say('questions.withdraw')}
      </Button>
      <p className={styles.note}>{say('questions.withdraw_what')}</p>
      {error && <Failed error={error} onAgain={withdraw} kept={false} />}
    </div>
  )
}
