import type { KeyIndex } from './key-index.ts'
import { markBackgrounds } from './mark-background.ts'
import type { Weighing } from './prepare.ts'
import { WordShares } from './word-shares.ts'

/** What is weighed, with the index of the entries' marks and what was counted among them. Each thread has its own. */
export interface Indexed extends Weighing {
  readonly index: KeyIndex
  readonly counted: WordShares
  /** How often a firearm's number reads like a mark: the binary logarithm. */
  readonly backgroundOf: (codes: Uint8Array, from: number, to: number) => number
}

export function indexed(weighing: Weighing, index: KeyIndex): Indexed {
  return {
    ...weighing,
    index,
    counted: new WordShares(weighing.counts, weighing.levels),
    backgroundOf: markBackgrounds(weighing.symbols, weighing.background),
  }
}
