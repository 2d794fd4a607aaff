import type { AnswerError } from '@proofmark/contract/client'
import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import { useCallback, useEffect, useState } from 'react'
import { answerError, api } from '../frame/api.ts'

/** All by which the reader signs in, as last heard from the server. */
export interface OwnControl {
  readonly own: OwnSignIn | null
  readonly error: AnswerError | null
  readonly ask: () => void
  /** Takes what a change answered. */
  readonly changed: (own: OwnSignIn) => void
}

/** Asks at once; what is shown stays until what replaces it is here. */
export function useOwnSignIn(): OwnControl {
  const [own, setOwn] = useState<OwnSignIn | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const ask = useCallback(() => {
    setError(null)
    api('ownSignIn').then(setOwn, (thrown: unknown) => setError(answerError(thrown)))
  }, [])
  useEffect(ask, [ask])
  return { own, error, ask, changed: setOwn }
}
