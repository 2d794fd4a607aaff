import type { AnswerError } from '@proofmark/contract/client'
import type { Account } from '@proofmark/contract/schemas/account'
import { useCallback, useEffect, useState } from 'react'
import { useReturn } from '../common/useReturn.ts'
import { answerError, api } from '../frame/api.ts'

const LEAST_MS = 30_000

/** The people of the installation and its agencies, as last heard from the server. */
export interface People {
  readonly accounts: readonly Account[] | null
  /** Names of all agencies, those without people too. */
  readonly agencies: readonly string[]
  readonly error: AnswerError | null
  readonly ask: () => void
}

/** Asks at once, and anew when the reader comes back to the page; what is shown stays until its successor is here. */
export function usePeople(): People {
  const [accounts, setAccounts] = useState<readonly Account[] | null>(null)
  const [agencies, setAgencies] = useState<readonly string[]>([])
  const [error, setError] = useState<AnswerError | null>(null)
  const ask = useCallback(() => {
    setError(null)
    Promise.all([api('accountList'), api('agencyList')]).then(
      ([people, { own, agencies: others }]) => {
        setAgencies([...(own ? [own] : []), ...others].map(({ name }) => name))
        setAccounts(people.accounts)
      },
      (thrown: unknown) => setError(answerError(thrown)),
    )
  }, [])
  useEffect(ask, [ask])
  useReturn(ask, LEAST_MS)
  return { accounts, agencies, error, ask }
}
