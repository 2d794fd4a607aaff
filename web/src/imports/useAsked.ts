import type { AnswerError } from '@proofmark/contract/client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answerError, wasAborted } from '../frame/api.ts'

/** What came of a question to the server. */
export type Asked<Answer> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly error: AnswerError }

/**
 * Asks at once, and anew for each other `ask` (keep it with useCallback) or when called for; a question that another
 * replaces is given up.
 */
export function useAsked<Answer>(ask: (signal: AbortSignal) => Promise<Answer>): readonly [Asked<Answer>, () => void] {
  const [asked, setAsked] = useState<Asked<Answer>>({ kind: 'asking' })
  const running = useRef<AbortController | null>(null)
  const begin = useCallback(() => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setAsked({ kind: 'asking' })
    ask(controller.signal).then(
      (answer) => {
        if (running.current === controller) setAsked({ kind: 'answered', answer })
      },
      (thrown: unknown) => {
        if (!wasAborted(thrown)) setAsked({ kind: 'failed', error: answerError(thrown) })
      },
    )
  }, [ask])
  useEffect(() => {
    begin()
    return () => running.current?.abort()
  }, [begin])
  return [asked, begin]
}
