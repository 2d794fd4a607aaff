import type { BulkModel } from '../bulk-model.ts'
import { type Indexed, indexed } from '../indexed.ts'
import { indexMarks, type KeyIndex } from '../key-index.ts'
import { type Sampled, sample } from '../learn.ts'
import { matchSlice, type Slice } from '../match-slice.ts'
import type { Weighing } from '../prepare.ts'
import type { Roll } from '../roll.ts'
import { Weigher } from '../weigher.ts'

/** What a thread is asked to do, one thing after another. */
export type Order =
  | {
      readonly kind: 'index'
      readonly roll: Roll
      readonly classes: Uint8Array
      readonly parts: number
      /** The part that is taken next, by whichever thread is free. */
      readonly next: Int32Array
    }
  | { readonly kind: 'take'; readonly weighing: Weighing; readonly indexes: readonly KeyIndex[] }
  | { readonly kind: 'sample'; readonly model: BulkModel; readonly which: Uint32Array }
  | { readonly kind: 'match'; readonly model: BulkModel; readonly progress: Int32Array }

export interface Answers {
  readonly index: readonly KeyIndex[]
  readonly take: null
  readonly sample: readonly Sampled[]
  readonly match: readonly Slice[]
}

/** Places of the numbers by which threads and whoever waits for them tell each other how far they are. */
export const PROGRESS = { next: 0, done: 1, cancelled: 2 } as const
/** Records that a thread takes at a time. */
const AT_ONCE = 512

/** Does what is asked, one order after another, keeping what it was handed. */
export class Work {
  private given: Indexed | null = null

  do(order: Order): Answers[Order['kind']] {
    switch (order.kind) {
      case 'index':
        return this.index(order)
      case 'take':
        this.given = indexed(order.weighing, order.indexes)
        return null
      case 'sample':
        return sample(this.need(), order.model, order.which)
      case 'match':
        return this.match(order.model, order.progress)
    }
  }

  private index({ roll, classes, parts, next }: Extract<Order, { kind: 'index' }>): KeyIndex[] {
    const marks = roll.recordOfMark.length
    const from = (part: number) => Math.floor((marks * part) / parts)
    const indexes: KeyIndex[] = []
    for (;;) {
      const part = Atomics.add(next, 0, 1)
      if (part >= parts) return indexes
      indexes.push(indexMarks(roll, classes, from(part), from(part + 1)))
    }
  }

  private need() {
    if (!this.given) throw new Error('Nothing was handed over to be weighed.')
    return this.given
  }

  private match(model: BulkModel, progress: Int32Array): Slice[] {
    const given = this.need()
    const weigher = new Weigher(given, model)
    const slices: Slice[] = []
    for (;;) {
      if (Atomics.load(progress, PROGRESS.cancelled) !== 0) return slices
      const from = AT_ONCE * Atomics.add(progress, PROGRESS.next, 1)
      if (from >= given.records.length) return slices
      const to = Math.min(from + AT_ONCE, given.records.length)
      slices.push(matchSlice(weigher, from, to))
      Atomics.add(progress, PROGRESS.done, to - from)
    }
  }
}
