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

/** The people with roles that this reader may confirm or refuse, those who have waited longest first. */
export function waitingForReader(accounts: readonly Account[]): Account[] {
  const since = ({ requests }: Account) => requests.map(({ requestedAt }) => requestedAt).sort()[0] ?? ''
  return accounts
    .filter(({ requests }) => requests.some(({ mayConfirm }) => mayConfirm))
    .sort((a, b) => since(a).localeCompare(since(b)))
}
