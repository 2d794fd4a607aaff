import type { AnswerError } from '@proofmark/contract/client'
import type { VocabularyQueue, WaitingText } from '@proofmark/contract/schemas/vocabulary'
import type { VocabularyField } from '@proofmark/domain/vocabulary-field'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answerError, api, wasAborted } from '../frame/api.ts'

/** What waits, as far as it has been fetched. */
export interface Queue {
  /** Null until the first page is here. */
  readonly answer: VocabularyQueue | null
  readonly error: AnswerError | null
  readonly busy: boolean
  /** Texts of all fields whose records are still to be read again, by the last count of them. */
  readonly decided: number
  readonly more: () => void
  readonly again: () => void
}

/** The texts of one page of the queue. */
const PAGE = 20

/** Two texts are one where field, make and spelling agree. */
export function keyOf({ field, make, text }: Pick<WaitingText, 'field' | 'make' | 'text'>): string {
  return JSON.stringify([field, make, text])
}

/** The queue of one field or of all, fetched page by page; what is shown stays until its successor is here. */
export function useQueue(field: VocabularyField | null): Queue {
  const [answer, setAnswer] = useState<VocabularyQueue | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const [busy, setBusy] = useState(false)
  const [decided, setDecided] = useState(0)
  const running = useRef<AbortController | null>(null)

  const fetchPage = useCallback(
    (before: VocabularyQueue | null) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      setBusy(true)
      setError(null)
      const after = before?.next ? { after: before.next } : {}
      api('vocabularyQueue', { ...(field ? { field } : {}), ...after, limit: PAGE }, {}, controller.signal).then(
        (page) => {
          if (running.current !== controller) return
          setBusy(false)
          setAnswer(before ? { ...page, texts: [...before.texts, ...page.texts] } : page)
          if (!field) setDecided(page.decided)
        },
        (thrown: unknown) => {
          if (running.current !== controller || wasAborted(thrown)) return
          setBusy(false)
          setError(answerError(thrown))
        },
      )
    },
    [field],
  )

  useEffect(() => {
    setAnswer(null)
    fetchPage(null)
    return () => running.current?.abort()
  }, [fetchPage])

  return {
    answer,
    error,
    busy,
    decided,
    more: () => fetchPage(answer),
    again: () => fetchPage(null),
  }
}
