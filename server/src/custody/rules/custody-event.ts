import type { CustodyPurpose, CustodyTeller, CustodyVerdict } from '@proofmark/contract/custody-words'

/**
 * One side of a hand-over: a person of an agency; an agency alone, where any of its keepers may accept; or somebody outside, of whom
 * there is a name unless it was erased.
 */
export interface CustodyParty {
  readonly account: string | null
  readonly agency: string | null
  readonly outside: { readonly person: string | null; readonly organisation: string | null } | null
}

/** What the other side said. */
export interface ChainAnswer {
  readonly verdict: CustodyVerdict
  readonly by: CustodyParty
  readonly saidAt: string
  readonly deviceAt: string | null
  readonly recordedAt: string
  /** The seal as it was found. */
  readonly seal: string | null
  readonly storage: string | null
  /** Was it signed with a passkey? */
  readonly signed: boolean
}

/** One event of an exhibit as it was said, with the answer to it. Times are RFC 3339 in UTC. */
export interface ChainEvent {
  readonly id: string
  /** From 1, without a gap: the order in which the database took them. */
  readonly number: number
  readonly told: CustodyTeller
  readonly purpose: CustodyPurpose
  readonly from: CustodyParty | null
  readonly to: CustodyParty | null
  readonly saidAt: string
  /** What was stated of the time, where no hour was: the day, or null. */
  readonly statedDay?: string | null | undefined
  /** What the device took for the present moment when it sent this. */
  readonly deviceAt: string | null
  readonly recordedAt: string
  readonly sealIn: string | null
  readonly sealOut: string | null
  /** Why it bears another seal than before. */
  readonly resealed: string | null
  readonly storage: string | null
  readonly signed: boolean
  /** On paper before a witness, with the scan. */
  readonly witnessed: boolean
  readonly answer: ChainAnswer | null
}

/** Are these the same side? Of somebody outside the names decide, where they are still there. */
export function isSameParty(one: CustodyParty, other: CustodyParty): boolean {
  if (one.outside === null || other.outside === null)
    return one.outside === other.outside && one.agency === other.agency && one.account === other.account
  const alike = (left: string | null, right: string | null) => left === null || right === null || left === right
  return alike(one.outside.person, other.outside.person) && alike(one.outside.organisation, other.outside.organisation)
}
