import { type ChannelShares, KIND, KINDS, type Kind } from './channel-kinds.ts'

const bitsOf = (share: number) => -Math.log2(share)

/** The likeliest way from one mark to another, as learning and explaining need it. */
export interface Way {
  /** Minus the binary logarithm of its probability; infinite where there is none. */
  bits: number
  /** What befell the number; as many of `kinds` as `things`. */
  things: number
  readonly kinds: Uint8Array
  /** How many characters were confused, beyond the first. */
  again: number
  filled: boolean
  /** What of the bits the shares do not change. */
  fixed: number
}

const KEPT: ReadonlySet<Kind> = new Set(['kept', 'kept_with_zero'])
const LEAST_MISREAD = 0.02

/**
 * No two firearms of a series bear one number, so that another one reads exactly like an entry only where it was misread.
 */
const misread = (kept: number) => Math.max(LEAST_MISREAD, 1 - kept)

/** Bits of a way under other shares than those with which it was found. */
export type Costs = ReturnType<typeof costsOf>

export function costsOf(shares: ChannelShares, series = false) {
  const costOf = (kind: Kind) => {
    const share = shares.kinds[kind]
    return bitsOf(share) - (series && KEPT.has(kind) ? bitsOf(misread(share)) : 0)
  }
  return {
    kinds: Float64Array.from(KINDS, costOf),
    second: bitsOf(shares.second),
    besideLost: bitsOf(shares.besideLost),
    again: bitsOf(shares.confusedAgain),
  }
}

/** What the shares make of a way. */
export function sharedBits(
  { kinds, things, again, filled }: Pick<Way, 'kinds' | 'things' | 'again' | 'filled'>,
  costs: Costs,
  hasZero: boolean,
): number {
  if (things === 0) return costs.kinds[filled ? KIND.kept_where_lost : hasZero ? KIND.kept_with_zero : KIND.kept]!
  let bits = costs.second * (things - 1) + (filled ? costs.besideLost : 0) + costs.again * again
  for (let at = 0; at < things; at++) bits += costs.kinds[kinds[at]!]!
  return bits
}
