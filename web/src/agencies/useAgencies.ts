import type { AnswerError } from '@proofmark/contract/client'
import { READERS } from '@proofmark/contract/route'
import type { ListedAgency } from '@proofmark/contract/schemas/agency'
import type { Session } from '@proofmark/contract/schemas/session'
import type { Source } from '@proofmark/contract/schemas/source'
import { useCallback, useEffect, useState } from 'react'
import { useReturn } from '../common/useReturn.ts'
import { answerError, api } from '../frame/api.ts'
import { ADMINISTRATORS, holdsOne } from '../frame/desk-roles.ts'

const LEAST_MS = 30_000

/** The agencies, with what else this reader may know of each. */
export interface Agencies {
  readonly own: ListedAgency | null
  readonly others: readonly ListedAgency[]
  /** The sources that the reader may see, of every agency. */
  readonly sources: readonly Source[]
  /** Who could be named to oversee a custody; none for a reader who does not see the people. */
  readonly nameable: readonly string[]
}

export interface AgenciesControl {
  /** As last heard from the server; null until the first answer is here. */
  readonly agencies: Agencies | null
  readonly error: AnswerError | null
  readonly ask: () => void
}

async function fetchAgencies(administers: boolean, name: string): Promise<Agencies> {
  const [{ own, agencies }, { sources }, { accounts }] = await Promise.all([
    api('agencyList'),
    api('sourceList'),
    administers ? api('accountList') : { accounts: [] },
  ])
  const nameable = accounts
    .filter((each) => each.state !== 'disabled' && each.name !== name)
    .filter(({ roles }) => roles.some((role) => READERS.some((reader) => reader === role)))
  return { own, others: agencies, sources, nameable: nameable.map((each) => each.name) }
}

/** Asks at once, and anew when the reader comes back to the page; what is shown stays until its successor is here. */
export function useAgencies(session: Session): AgenciesControl {
  const [agencies, setAgencies] = useState<Agencies | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const administers = holdsOne(session, ADMINISTRATORS)
  const ask = useCallback(() => {
    setError(null)
    fetchAgencies(administers, session.account).then(setAgencies, (thrown: unknown) => setError(answerError(thrown)))
  }, [administers, session.account])
  useEffect(ask, [ask])
  useReturn(ask, LEAST_MS)
  return { agencies, error, ask }
}
