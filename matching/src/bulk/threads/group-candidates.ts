import type { DamageShares } from '../../model.ts'
import type { Grouped } from '../groups/grouped.ts'
import type { Looked, LookWish } from '../groups/look-wish.ts'
import { prepareGroups } from '../groups/prepare-groups.ts'
import type { Legend } from '../roll.ts'
import { GroupThreads } from './group-threads.ts'
import { LOOKING } from './group-work.ts'

export interface CandidateWish extends LookWish {
  readonly threads: number
  /** What befalls the numbers of firearms of which no other record is there. */
  readonly background: DamageShares
}

/**
 * Candidates for stretches of records, looked for on several threads that keep the indexes between the stretches. What is
 * found does not depend on how many there are, nor on the stretches.
 */
export class GroupCandidates {
  private readonly threads: GroupThreads

  private constructor(threads: GroupThreads) {
    this.threads = threads
  }

  /** Makes the indexes and starts the threads. Whoever starts them ends them. */
  static async start(grouped: Grouped, legend: Legend, wish: CandidateWish): Promise<GroupCandidates> {
    const threads = new GroupThreads(wish.threads)
    try {
      const { classes } = legend.alphabet.symbols()
      const next = new Int32Array(new SharedArrayBuffer(4))
      const indexing = threads.all<'index'>({ kind: 'index', grouped, classes, next })
      const weighings = prepareGroups(grouped, legend, wish.background)
      const made = (await indexing).flat().sort((a, b) => a.group - b.group)
      const indexes = made.map(({ index }) => index)
      const { least, settledFrom, kept } = wish
      await threads.all<'take'>({ kind: 'take', grouped, weighings, indexes, wish: { least, settledFrom, kept } })
      return new GroupCandidates(threads)
    } catch (failure) {
      await threads.end()
      throw failure
    }
  }

  /**
   * The candidates of the records from `from` to `to`, in the order of the records. One call at a time. Throws what the
   * signal gives as its reason where it is aborted.
   */
  async look(from: number, to: number, signal?: AbortSignal): Promise<Looked> {
    signal?.throwIfAborted()
    const progress = new Int32Array(new SharedArrayBuffer(4 * Object.keys(LOOKING).length))
    const cancel = () => Atomics.store(progress, LOOKING.cancelled, 1)
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      const looked = await this.threads.all<'look'>({ kind: 'look', from, to, progress })
      signal?.throwIfAborted()
      const [first, ...others] = looked.map(({ tally }) => tally)
      for (const tally of others) for (const [at, count] of tally.entries()) first![at]! += count
      return { found: looked.flatMap(({ found }) => found).sort((a, b) => a.from - b.from), tally: first! }
    } finally {
      signal?.removeEventListener('abort', cancel)
    }
  }

  async end(): Promise<void> {
    await this.threads.end()
  }
}
