import type { AnswerError } from '@proofmark/contract/client'
import type { ReceivedQuestion } from '@proofmark/contract/schemas/question'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { newIdentifier } from '../enter/identifier.ts'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { Answers } from './Answers.tsx'
import { type AnswerDraft, type AnswerDrafts, answerRequestOf, changeAnswer, emptyAnswer } from './answer-draft.ts'
import { Description } from './Description.tsx'
import { Line } from './Line.tsx'
import { Plate } from './Plate.tsx'
import styles from './QuestionRow.module.css'
import { useNamed } from './useNamed.ts'

interface ReceivedRowProps {
  readonly question: ReceivedQuestion
  /** Who answers: the reader. */
  readonly by: string
  readonly drafts: AnswerDrafts
  /** Is it the question that the address names? */
  readonly named: boolean
  readonly onAnswered: (answer: ReceivedQuestion['answers'][number]) => void
  readonly onLookUp: () => void
  readonly onStale: () => void
}

type Sending = { readonly kind: 'not' } | { readonly kind: 'sending' } | { readonly kind: 'failed'; error: AnswerError }

/** A question to the reader's desk: who asks and why, what of, and the answer, given in place. */
export function ReceivedRow(props: ReceivedRowProps) {
  const { question, by, drafts, named, onAnswered, onLookUp, onStale } = props
  const { say, figures } = useLanguage()
  const id = useId()
  const article = useNamed(named)
  const [draft, setDraft] = useState(() => drafts.get(question.id) ?? emptyAnswer(newIdentifier))
  const [sending, setSending] = useState<Sending>({ kind: 'not' })
  const [sent, setSent] = useState(false)
  const [replacing, setReplacing] = useState(() => question.answers.length > 0 && drafts.has(question.id))
  // Where the reader opened or left the form for another answer, the focus goes along.
  const [moved, setMoved] = useState(false)
  const [last] = question.answers
  const shown = question.withdrawnAt === null && (!last || replacing)

  const keep = (next: AnswerDraft) => {
    drafts.set(question.id, next)
    setDraft(next)
  }
  const open = () => {
    setSent(false)
    setMoved(true)
    setReplacing(true)
  }
  const leave = () => {
    drafts.delete(question.id)
    setDraft(emptyAnswer(newIdentifier))
    setSending({ kind: 'not' })
    setReplacing(false)
  }
  const send = () => {
    const request = answerRequestOf(draft)
    if (!request) return
    setSending({ kind: 'sending' })
    api('questionAnswer', request, { question: question.id }).then(
      ({ at }) => {
        leave()
        setSent(true)
        onAnswered({ id: request.id, verdict: request.verdict, note: request.note ?? null, at, by })
      },
      (thrown: unknown) => setSending({ kind: 'failed', error: answerError(thrown) }),
    )
  }
  const error = sending.kind === 'failed' ? sending.error : null
  return (
    <article ref={article} tabIndex={-1} className={named ? styles.named : styles.row}>
      <div>
        <h3 id={id}>
          <bdi>{question.asker}</bdi>
        </h3>
        <Plate
          facts={[
            [
              say('common.reference'),
              <Identifier key="reference" mono>
                {question.reference}
              </Identifier>,
            ],
            [say('pointer.basis'), say(`word.basis.${question.basis}`)],
            [say('questions.at'), figures.moment(question.at)],
          ]}
        />
      </div>
      <div className={styles.body}>
        <div className={styles.what}>
          <Description description={question.description} size="title" />
          {question.description.mark !== null && (
            <Button aria-describedby={id} onClick={onLookUp}>
              {say('questions.look_up')}
            </Button>
          )}
        </div>
        <div className={styles.said}>
          {question.withdrawnAt !== null && (
            <p className={styles.withdrawn}>
              {say('questions.withdrawn_by', { asker: question.asker, at: figures.moment(question.withdrawnAt) })}
            </p>
          )}
          <Answers answers={question.answers} />
          <div role="status">
            {sent && !shown && (
              <Line className={styles.sent} focused>
                {say('questions.sent', { asker: question.asker })}
              </Line>
            )}
          </div>
          {shown && (
            <AnswerForm
              draft={draft}
              asker={question.asker}
              describedBy={id}
              replaces={last !== undefined}
              focused={replacing && moved}
              busy={sending.kind === 'sending'}
              error={error}
              onChange={(part) => keep(changeAnswer(draft, part, newIdentifier))}
              onSend={send}
              onAgain={error?.code === 'question_withdrawn' ? onStale : send}
              onLeave={leave}
            />
          )}
          {last && !shown && question.withdrawnAt === null && (
            <AnswerAgain describedBy={id} focused={moved && !sent} onOpen={open} />
          )}
        </div>
      </div>
    </article>
  )
}

interface AnswerAgainProps {
  readonly describedBy: string
  readonly focused: boolean
  readonly onOpen: () => void
}

function AnswerAgain({ describedBy, focused, onOpen }: AnswerAgainProps) {
  const { say } = useLanguage()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (focused) button.current?.focus()
  }, [focused])
  return (
    <Button ref={button} aria-describedby={describedBy} onClick={onOpen}>
      {say('questions.answer_again')}
    </Button>
  )
}
