import type { AnswerError } from '@proofmark/contract/client'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useState } from 'react'
import { answerError, api } from '../frame/api.ts'

/** Opening a session with the token of a link. */
export interface LinkOpening {
  readonly asking: boolean
  readonly error: AnswerError | null
  readonly open: (token: string) => void
}

/** Opens sessions with tokens of links; `asking` from the start where a token is already at hand. */
export function useLink(onOpened: (session: Session) => void, atOnce = false): LinkOpening {
  const [asking, setAsking] = useState(atOnce)
  const [error, setError] = useState<AnswerError | null>(null)
  const open = useCallback(
    (token: string) => {
      setAsking(true)
      setError(null)
      api('sessionOpen', { token }).then(onOpened, (thrown: unknown) => {
        setError(answerError(thrown))
        setAsking(false)
      })
    },
    [onOpened],
  )
  return { asking, error, open }
}
