/** Pairs of records and entries, those of one record together. */
export interface Claims {
  readonly records: Uint32Array
  readonly entries: Uint32Array
  /** The odds of each pair, in units in which that the record has no entry at all is 1. */
  readonly odds: Float64Array
}

const ROUNDS = 6
/** A claim as sure as this is not taken to be surer. */
const SUREST = 1 - 1e-9

/**
 * The probability of each pair, where entries compete for a record, since it is of one firearm at most, and records for
 * an entry, since a firearm of which one record is known has another only now and then (`again`).
 */
export function compete({ records, entries, odds }: Claims, entryCount: number, again: number): Float64Array {
  const probability = new Float64Array(odds.length)
  const open = new Float64Array(odds.length).fill(1)
  const taken = new Float64Array(entryCount)
  for (let round = 0; ; round++) {
    for (let from = 0; from < records.length; ) {
      let [to, all] = [from, 1]
      for (; to < records.length && records[to] === records[from]; to++) all += odds[to]! * open[to]!
      for (let at = from; at < to; at++) probability[at] = (odds[at]! * open[at]!) / all
      from = to
    }
    if (round === ROUNDS) return probability
    taken.fill(0)
    for (let at = 0; at < odds.length; at++) taken[entries[at]!]! += Math.log1p(-Math.min(SUREST, probability[at]!))
    for (let at = 0; at < odds.length; at++) {
      const free = Math.exp(taken[entries[at]!]! - Math.log1p(-Math.min(SUREST, probability[at]!)))
      open[at] = free + again * (1 - free)
    }
  }
}
