import type { Judged } from '../judged.ts'
import type { LikelyEntries } from './likely-entries.ts'

/** The best entry of each recovery that has one, with its probability among `weights` and what is beside them. */
function bestOf(rows: readonly LikelyEntries[], weightsOf: (row: number) => readonly number[]): Judged[] {
  return rows.flatMap(({ entries, rest }, recovery) => {
    const weights = weightsOf(recovery)
    const total = weights.reduce((sum, weight) => sum + weight, rest)
    const best = weights.reduce((place, weight, other) => (weight > weights[place]! ? other : place), 0)
    if (!(total > 0)) return []
    return [{ recovery, entry: entries[best]!, probability: weights[best]! / total }]
  })
}

/** Each recovery judged by itself: before it is looked at, each entry of the register is as probable. */
export const judgedAlone = (rows: readonly LikelyEntries[]): Judged[] => bestOf(rows, (row) => rows[row]!.likelihoods)

const MOST_ROUNDS = 200
const SETTLED = 1e-6
/** No claim counts for more: what is beyond is certain, and numbers stay within their precision. */
const LARGEST_CLAIM = 1e9

/**
 * Recoveries judged together, knowing that no two are the same entry. Belief propagation: each recovery tells an entry
 * with what odds it claims it, beside its other entries; each entry tells a recovery how free the claims of the others
 * leave it, where it need be no recovery's. Exact where claims run in no circle, and nearly so where they do (Huang and
 * Jebara 2009; Vontobel 2013, The Bethe permanent).
 */
export function judgedOneToOne(rows: readonly LikelyEntries[], entries: number): Judged[] {
  const free = rows.map(({ likelihoods }) => new Float64Array(likelihoods.length).fill(1))
  const claims = rows.map(({ likelihoods }) => new Float64Array(likelihoods.length))
  const claimed = new Float64Array(entries)
  let change = Number.POSITIVE_INFINITY
  for (let round = 0; round < MOST_ROUNDS && change > SETTLED; round++) {
    claimed.fill(0)
    for (const [row, { likelihoods, rest, entries: claimable }] of rows.entries()) {
      const [availability, claim] = [free[row]!, claims[row]!]
      const total = likelihoods.reduce((sum, likelihood, place) => sum + likelihood * availability[place]!, rest)
      for (const [place, likelihood] of likelihoods.entries()) {
        const others = total - likelihood * availability[place]!
        claim[place] = Math.min(likelihood / Math.max(others, 0), LARGEST_CLAIM)
        claimed[claimable[place]!]! += claim[place]!
      }
    }
    change = 0
    for (const [row, { entries: claimable }] of rows.entries()) {
      const [availability, claim] = [free[row]!, claims[row]!]
      for (const [place, entry] of claimable.entries()) {
        const now = 1 / (1 + Math.max(claimed[entry]! - claim[place]!, 0))
        change = Math.max(change, Math.abs(now - availability[place]!))
        availability[place] = now
      }
    }
  }
  return bestOf(rows, (row) => rows[row]!.likelihoods.map((likelihood, place) => likelihood * free[row]![place]!))
}
