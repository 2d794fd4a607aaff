import type { Damage } from '../mix/serial-damage.ts'

/** That a recovery is an entry of the register, with the probability that is given to it. Both are positions. */
export interface Judged {
  readonly recovery: number
  readonly entry: number
  readonly probability: number
}

/** What is true of each recovery. */
export interface Truth {
  /** The position of the entry that it is; -1 where the register does not have it. */
  readonly entries: readonly number[]
  /** What happened to its serial. */
  readonly damages: readonly Damage[]
}
