import type { AnswerError } from '@proofmark/contract/client'
import type { Account } from '@proofmark/contract/schemas/account'
import { useCallback, useEffect, useState } from 'react'
import { useReturn } from '../common/useReturn.ts'
import { answerError, api } from '../frame/api.ts'

const LEAST_MS = 30_000

/** The people of the installation, as last heard from the server. */
export interface People {
  readonly accounts: readonly Account[] | null
  readonly error: AnswerError | null
  readonly ask: () => void
}

/** Asks at once, and anew when the reader comes back to the page; what is shown stays until its successor is here. */
export function usePeople(): People {
  const [accounts, setAccounts] = useState<readonly Account[] | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const ask = useCallback(() => {
    setError(null)
    api('accountList').then(
      (answer) => setAccounts(answer.accounts),
      (thrown: unknown) => setError(answerError(thrown)),
    )
  }, [])
  useEffect(ask, [ask])
  useReturn(ask, LEAST_MS)
  return { accounts, error, ask }
}
