import type { KeyIndex } from './key-index.ts'
import { markBackgrounds } from './mark-background.ts'
import type { Weighing } from './prepare.ts'
import { Series } from './series.ts'
import { WordShares } from './word-shares.ts'

/** What is weighed, with the index of the entries' marks and what was counted among them. Each thread has its own. */
export interface Indexed extends Weighing {
  readonly index: KeyIndex
  readonly counted: WordShares
  /** How often a firearm's number reads like a mark of a record, from a position to another: the binary logarithm. */
  readonly backgroundOf: (record: number, from: number, to: number) => number
}

export function indexed(weighing: Weighing, index: KeyIndex): Indexed {
  const { records, entries, symbols } = weighing
  const byShape = markBackgrounds(symbols, weighing.background)
  const series = weighing.series
    ? new Series(entries, symbols, (codes, from, to) => 2 ** byShape(codes, from, to))
    : null
  return {
    ...weighing,
    index,
    counted: new WordShares(weighing.counts, weighing.levels),
    backgroundOf: (record, from, to) =>
      series ? Math.log2(series.shareOf(records, record, from, to)) : byShape(records.positions, from, to),
  }
}
