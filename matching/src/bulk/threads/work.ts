import type { BulkModel } from '../bulk-model.ts'
import { type Indexed, indexed } from '../indexed.ts'
import { countKeys, type KeyIndex, placeKeys, type Stretch } from '../key-index.ts'
import { type Sampled, sample } from '../learn.ts'
import { matchSlice, type Slice } from '../match-slice.ts'
import type { Weighing } from '../prepare.ts'
import { Weigher } from '../weigher.ts'

/** What a thread is asked to do, one thing after another. */
export type Order =
  | { readonly kind: 'count'; readonly stretch: Stretch; readonly buckets: number }
  | { readonly kind: 'place'; readonly stretch: Stretch; readonly index: KeyIndex; readonly places: Uint32Array }
  | { readonly kind: 'take'; readonly weighing: Weighing; readonly index: KeyIndex }
  | { readonly kind: 'sample'; readonly model: BulkModel; readonly which: Uint32Array }
  | { readonly kind: 'match'; readonly model: BulkModel; readonly progress: Int32Array }

export interface Answers {
  readonly count: Uint32Array
  readonly place: null
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

  private need() {
    if (!this.given) throw new Error('Nothing was handed over to be weighed.')
    return this.given
  }

  /** Does an order, step by step where it takes long; what it answers comes last. */
  *do(order: Order): Generator<void, Answers[Order['kind']]> {
    switch (order.kind) {
      case 'count':
        return countKeys(order.stretch, order.buckets)
      case 'place':
        placeKeys(order.stretch, order.index, order.places)
        return null
      case 'take':
        this.given = indexed(order.weighing, order.index)
        return null
      case 'sample':
        return sample(this.need(), order.model, order.which)
      case 'match':
        return yield* this.match(order.model, order.progress)
    }
  }

  private *match(model: BulkModel, progress: Int32Array): Generator<void, Slice[]> {
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
      yield
    }
  }
}
