import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answerError, api } from './api.ts'

/** Who is signed in, as far as this page knows. */
export type SessionState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly session: Session }
  | { readonly kind: 'failed'; readonly error: ReturnType<typeof answerError> }

export interface SessionControl {
  readonly state: SessionState
  readonly ask: () => Promise<void>
  readonly opened: (session: Session) => void
  readonly close: () => Promise<void>
  /** The server knows no session any more. */
  readonly ended: () => void
}

/** Asks once who is signed in, and keeps what opening and closing a session answer. */
export function useSession(): SessionControl {
  const [state, setState] = useState<SessionState>({ kind: 'asking' })
  // A session opened meanwhile outranks the answer to a question asked before it.
  const openings = useRef(0)
  const ask = useCallback(async () => {
    const before = openings.current
    const next = await api('sessionShow').then((session) => ({ kind: 'signed-in', session }) as const, withoutSession)
    if (openings.current === before) setState(next)
  }, [])
  useEffect(() => {
    void ask()
  }, [ask])
  // The same functions for as long as the app stands: pages wait with them for what comes.
  const opened = useCallback((session: Session) => {
    openings.current += 1
    setState({ kind: 'signed-in', session })
  }, [])
  const ended = useCallback(() => setState({ kind: 'signed-out' }), [])
  return {
    state,
    ask,
    opened,
    ended,
    close: async () => {
      setState(await api('sessionClose').then(() => ({ kind: 'signed-out' }) as const, withoutSession))
    },
  }
}

/** A session that the server does not know is none; any other failure must be seen. */
function withoutSession(thrown: unknown): SessionState {
  const error = answerError(thrown)
  return error.status === 401 ? { kind: 'signed-out' } : { kind: 'failed', error }
}
