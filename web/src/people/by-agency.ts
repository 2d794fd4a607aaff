import type { Account } from '@proofmark/contract/schemas/account'

/** The people of one agency, or of none. */
export interface AgencyPeople {
  readonly agency: string | null
  readonly accounts: readonly Account[]
}

/** People by agency, agencies and people in the order of the language, those of no agency last. */
export function byAgency(accounts: readonly Account[], locale: string): AgencyPeople[] {
  const { compare } = new Intl.Collator(locale)
  const groups = Map.groupBy(accounts, ({ agency }) => agency)
  return [...groups]
    .map(([agency, members]) => ({ agency, accounts: [...members].sort((a, b) => compare(a.name, b.name)) }))
    .sort((a, b) => Number(a.agency === null) - Number(b.agency === null) || compare(a.agency ?? '', b.agency ?? ''))
}

/** People with roles that this reader may decide on. */
export interface WaitingPeople {
  /** Their roles can be confirmed, those who have waited longest first. */
  readonly ready: readonly Account[]
  /** They have not set how they sign in: until then a role can be refused, and not be confirmed. */
  readonly notYet: readonly Account[]
}

/** The people with roles that this reader may confirm or refuse. */
export function waitingForReader(accounts: readonly Account[]): WaitingPeople {
  const since = ({ requests }: Account) => requests.map(({ requestedAt }) => requestedAt).sort()[0] ?? ''
  const waiting = accounts
    .filter(({ requests }) => requests.some(({ mayConfirm }) => mayConfirm))
    .sort((a, b) => since(a).localeCompare(since(b)))
  return {
    ready: waiting.filter(({ state }) => state !== 'invited'),
    notYet: waiting.filter(({ state }) => state === 'invited'),
  }
}
