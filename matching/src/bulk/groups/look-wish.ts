import type { Grouped } from './grouped.ts'

/** How generously candidates are kept. */
export interface LookWish {
  /** For each group: with fewer bits than these a record of it is no candidate. */
  readonly least: Float64Array
  /** For each group: where one has so many bits, the wide path is not taken. */
  readonly settledFrom: Float64Array
  /** Of each group so many candidates of a record, the best. */
  readonly kept: number
}

/**
 * What is counted for the records of one group that look into another: how many looked, what they looked at by path
 * (equal marks, the near path, the wide path), and how many were not shown all that share a key with them.
 */
export const COUNTED = ['asked', 'equal', 'near', 'wide', 'bounded'] as const
export type Counted = (typeof COUNTED)[number]

/** Where a count stands in a tally. */
export const tallyAt = ({ groups }: Pick<Grouped, 'groups'>, own: number, other: number, what: Counted): number =>
  (own * groups.length + other) * COUNTED.length + COUNTED.indexOf(what)

/** Candidates of a stretch of records, by their numbers on the roll of all; those of one record together. */
export interface Found {
  readonly from: number
  readonly asked: Uint32Array
  readonly others: Uint32Array
}

/** What a thread found for all the stretches that it took, and what it counted. */
export interface Looked {
  readonly found: readonly Found[]
  readonly tally: Float64Array
}
