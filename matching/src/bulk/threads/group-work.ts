import type { Grouped } from '../groups/grouped.ts'
import { LookAround } from '../groups/look-around.ts'
import type { Found, Looked, LookWish } from '../groups/look-wish.ts'
import { indexMarks, type KeyIndex } from '../key-index.ts'
import type { Weighing } from '../prepare.ts'

/** What a thread is asked to do, one thing after another. */
export type GroupOrder =
  | {
      readonly kind: 'index'
      readonly grouped: Grouped
      readonly classes: Uint8Array
      /** The group that is indexed next, by whichever thread is free. */
      readonly next: Int32Array
    }
  | {
      readonly kind: 'take'
      readonly grouped: Grouped
      readonly weighings: readonly Weighing[]
      readonly indexes: readonly KeyIndex[]
      readonly wish: LookWish
    }
  | {
      readonly kind: 'look'
      readonly from: number
      readonly to: number
      /** The next stretch that is taken, and whether to stop. */
      readonly progress: Int32Array
    }

export interface GroupAnswers {
  readonly index: readonly { readonly group: number; readonly index: KeyIndex }[]
  readonly take: null
  readonly look: Looked
}

export const LOOKING = { next: 0, cancelled: 1 } as const
/** Records that a thread takes at a time. */
const AT_ONCE = 64

/** Does what is asked, one order after another, keeping what it was handed. */
export class GroupWork {
  private given: LookAround | null = null

  do(order: GroupOrder): GroupAnswers[GroupOrder['kind']] {
    switch (order.kind) {
      case 'index':
        return this.index(order)
      case 'take':
        this.given = new LookAround(order.grouped, order.weighings, order.indexes, order.wish)
        return null
      case 'look':
        return this.look(order)
    }
  }

  private index({ grouped, classes, next }: Extract<GroupOrder, { kind: 'index' }>) {
    const made: { group: number; index: KeyIndex }[] = []
    for (;;) {
      const group = Atomics.add(next, 0, 1)
      const roll = grouped.groups[group]?.roll
      if (!roll) return made
      made.push({ group, index: indexMarks(roll, classes) })
    }
  }

  private look({ from, to, progress }: Extract<GroupOrder, { kind: 'look' }>): Looked {
    if (!this.given) throw new Error('Nothing was handed over to be looked for.')
    const found: Found[] = []
    for (;;) {
      if (Atomics.load(progress, LOOKING.cancelled) !== 0) return { found, tally: this.given.takeTally() }
      const begin = from + AT_ONCE * Atomics.add(progress, LOOKING.next, 1)
      if (begin >= to) return { found, tally: this.given.takeTally() }
      found.push(this.given.look(begin, Math.min(begin + AT_ONCE, to)))
    }
  }
}
