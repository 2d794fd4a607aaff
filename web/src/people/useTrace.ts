import type { AnswerError } from '@proofmark/contract/client'
import type { SignInTrace } from '@proofmark/contract/schemas/account'
import { useCallback, useRef, useState } from 'react'
import { answerError, api, wasAborted } from '../frame/api.ts'

export type TraceEntry = SignInTrace['entries'][number]

/** The trace of sign-ins as far as it was fetched. */
export interface TraceControl {
  /** The last first; null until it was asked for. */
  readonly entries: readonly TraceEntry[] | null
  readonly busy: boolean
  readonly error: AnswerError | null
  /** Is there nothing older? */
  readonly whole: boolean
  /** Asks for the trace of one account, or of all; reading it is an entry of the log. */
  readonly ask: (account: string | null) => void
  readonly older: () => void
}

/** Fetches the trace page by page, when it is asked for and never before. */
export function useTrace(): TraceControl {
  const [entries, setEntries] = useState<readonly TraceEntry[] | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const [whole, setWhole] = useState(false)
  const account = useRef<string | null>(null)
  const running = useRef<AbortController | null>(null)

  const fetchPage = useCallback((before: readonly TraceEntry[] | null) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setBusy(true)
    setError(null)
    const last = before?.at(-1)
    const asked = {
      ...(account.current === null ? {} : { account: account.current }),
      ...(last === undefined ? {} : { before: last.at }),
    }
    api('signInTrace', asked, {}, controller.signal).then(
      (page) => {
        if (running.current !== controller) return
        setBusy(false)
        setWhole(page.entries.length === 0)
        setEntries([...(before ?? []), ...page.entries])
      },
      (thrown: unknown) => {
        if (running.current !== controller || wasAborted(thrown)) return
        setBusy(false)
        setError(answerError(thrown))
      },
    )
  }, [])

  const ask = useCallback(
    (whose: string | null) => {
      account.current = whose
      setEntries(null)
      fetchPage(null)
    },
    [fetchPage],
  )
  return { entries, busy, error, whole, ask, older: () => fetchPage(entries) }
}
