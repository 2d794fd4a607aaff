import type { AnswerError } from '@proofmark/contract/client'
import { useCallback, useRef, useState } from 'react'
import { answerError } from '../frame/api.ts'

/** One thing at a time that a control does at the server. */
export interface Doing {
  readonly busy: boolean
  readonly error: AnswerError | null
  /** Does it; while one thing is being done, another is not begun. */
  readonly act: (work: () => Promise<unknown>) => void
  /** Does once more what failed. */
  readonly again: () => void
}

/**
 * What a control does at the server, and what it failed with. A failure that `taken` answers true for is seen to
 * elsewhere and is none here.
 */
export function useDoing(taken?: (error: AnswerError) => boolean): Doing {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const last = useRef<(() => Promise<unknown>) | null>(null)
  const running = useRef(false)
  const act = useCallback(
    (work: () => Promise<unknown>) => {
      if (running.current) return
      running.current = true
      last.current = work
      setBusy(true)
      setError(null)
      const end = (failure: AnswerError | null) => {
        running.current = false
        setBusy(false)
        setError(failure)
      }
      work().then(
        () => end(null),
        (thrown: unknown) => {
          const failure = answerError(thrown)
          end(taken?.(failure) ? null : failure)
        },
      )
    },
    [taken],
  )
  return { busy, error, act, again: () => last.current && act(last.current) }
}
