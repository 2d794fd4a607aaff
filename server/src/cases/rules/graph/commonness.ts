import type { NodeKind } from '@proofmark/contract/case-words'

/**
 * Values that many share by chance: beyond this many ties such a node ties nothing together, since what goes through a
 * police station's address or a carrier's telephone says nothing of those at its ends. A person, a group, a firearm or a
 * case is what an inquiry is about, and is not common however much it is tied to.
 */
const COMMON_FROM: Partial<Readonly<Record<NodeKind, number>>> = {
  address: 25,
  telephone: 25,
  account: 25,
  vehicle: 25,
  parcel: 25,
  listing: 25,
  place: 25,
  stated_place: 25,
  country: 25,
  route: 25,
  event: 50,
  consignment: 100,
}

/** More neighbours than these of one node are not fetched: they are counted. */
export const MOST_NEIGHBOURS = 1_000

export const commonFrom = (kind: NodeKind): number => COMMON_FROM[kind] ?? Number.POSITIVE_INFINITY
/** Up to how many ties of a node of this kind are asked for. */
export const mostTies = (kind: NodeKind, relevance: boolean): number =>
  relevance ? Math.min(commonFrom(kind), MOST_NEIGHBOURS) : MOST_NEIGHBOURS
