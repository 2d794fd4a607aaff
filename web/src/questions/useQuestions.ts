import type { AnswerError } from '@proofmark/contract/client'
import type { QuestionList, ReceivedQuestion } from '@proofmark/contract/schemas/question'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useReturn } from '../common/useReturn.ts'
import { answerError, api, wasAborted } from '../frame/api.ts'

/** Looking is an entry of the log, so coming back to the page does not look again each time. */
const LEAST_MS = 60_000

export interface Questions {
  /** Null until the first answer is here. */
  readonly list: QuestionList | null
  readonly error: AnswerError | null
  readonly busy: boolean
  readonly again: () => void
  /** An answer of one's own desk has been sent; it stands where it was given until the list is asked for again. */
  readonly answered: (question: string, answer: ReceivedQuestion['answers'][number]) => void
  readonly withdrawn: (question: string, at: string) => void
}

/** The questions to and from the reader's agency; what is shown stays until its successor is here. */
export function useQuestions(): Questions {
  const [list, setList] = useState<QuestionList | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const [busy, setBusy] = useState(false)
  const running = useRef<AbortController | null>(null)

  const again = useCallback(() => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setBusy(true)
    setError(null)
    api('questionList', undefined, {}, controller.signal).then(
      (answer) => {
        if (running.current !== controller) return
        setBusy(false)
        setList(answer)
      },
      (thrown: unknown) => {
        if (running.current !== controller || wasAborted(thrown)) return
        setBusy(false)
        setError(answerError(thrown))
      },
    )
  }, [])

  useEffect(() => {
    again()
    return () => running.current?.abort()
  }, [again])
  useReturn(again, LEAST_MS)

  return {
    list,
    error,
    busy,
    again,
    answered: (id, answer) =>
      setList(
        (before) =>
          before && {
            ...before,
            received: before.received.map((question) =>
              question.id === id ? { ...question, open: false, answers: [answer, ...question.answers] } : question,
            ),
          },
      ),
    withdrawn: (id, withdrawnAt) =>
      setList(
        (before) =>
          before && {
            ...before,
            asked: before.asked.map((question) => (question.id === id ? { ...question, withdrawnAt } : question)),
          },
      ),
  }
}
