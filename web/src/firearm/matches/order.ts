import type { Match } from '@proofmark/contract/schemas/judgement'

const RANKS = { together: 0, apart: 1, component: 2, lot: 3, different: 4 } as const

function rankOf({ relation, together, verdict }: Match): number {
  if (verdict === 'different') return RANKS.different
  if (relation === 'component') return RANKS.component
  if (relation === 'same-lot') return RANKS.lot
  return together ? RANKS.together : RANKS.apart
}

/**
 * The order in which matches are shown: those of the firearm first, each group as it came. One that was shown before keeps
 * its place whatever was judged meanwhile, so that no row moves away under the reader's hand; new ones come last.
 */
export function keepOrder(known: readonly Match[], matches: readonly Match[]): Match[] {
  const places = new Map(known.map(({ record }, place) => [record, place]))
  const placeOf = ({ record }: Match) => places.get(record) ?? known.length
  return matches.toSorted((one, other) => placeOf(one) - placeOf(other) || rankOf(one) - rankOf(other))
}
