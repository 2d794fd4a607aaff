import type { Claims } from './compete.ts'
import type { Weigher } from './weigher.ts'

/** Of each record so many entries are kept. */
const KEPT = 16

/** What was found for a stretch of records. */
export interface Slice {
  readonly claims: Claims
  /** Entries that records were compared with, and records that took the wide path. */
  readonly lookedAt: number
  readonly wide: number
  /** Common keys of which not all entries were looked at. */
  readonly cut: number
}

/** Weighs the records from `from` to `to` and keeps what may be theirs. */
export function matchSlice(weigher: Weigher, from: number, to: number): Slice {
  const before = { lookedAt: weigher.lookedAt, wide: weigher.wide, cut: weigher.cut }
  const records: number[] = []
  const entries: number[] = []
  const odds: number[] = []
  for (let record = from; record < to; record++) {
    weigher.weigh(record)
    const begun = entries.length
    for (let at = weigher.nextBest(null); at >= 0 && entries.length < begun + KEPT; at = weigher.nextBest(at)) {
      const entry = weigher.entries[at]!
      if (entries.includes(entry, begun)) continue
      records.push(record)
      entries.push(entry)
      odds.push(2 ** weigher.bits[at]! / weigher.none)
    }
  }
  return {
    claims: { records: Uint32Array.from(records), entries: Uint32Array.from(entries), odds: Float64Array.from(odds) },
    lookedAt: weigher.lookedAt - before.lookedAt,
    wide: weigher.wide - before.wide,
    cut: weigher.cut - before.cut,
  }
}
