/** Tells, from indexes as they come, which are in order, missing, repeated or late. It holds the open gaps alone. */
import type { LeafRange } from './merkle.ts'

/** Most gaps remembered at once, so that a hostile stream does not fill the memory. */
const MAX_OPEN_GAPS = 1_000

/**
 * Where an index stands: `next` in line; `ahead`, so that some before it are missing; `duplicate`; or `late`, after the
 * higher index `after`. With too many gaps to remember, a duplicate may be called late, which it also is.
 */
export type Place =
  | { readonly kind: 'next' | 'ahead' | 'duplicate' }
  | { readonly kind: 'late'; readonly after: number }

export class IndexOrder {
  #highest = -1
  #gaps: LeafRange[] = []
  #forgotten = 0

  /** Takes note of an index, a whole number from 0, and says where it stands. */
  place(index: number): Place {
    if (index === this.#highest) return { kind: 'duplicate' }
    if (index > this.#highest) {
      const missing = { start: this.#highest + 1, end: index }
      this.#highest = index
      if (missing.start === missing.end) return { kind: 'next' }
      this.#remember(missing)
      return { kind: 'ahead' }
    }
    const wasMissing = this.#fill(index) || this.#forgotten > 0
    return wasMissing ? { kind: 'late', after: this.#highest } : { kind: 'duplicate' }
  }

  /** How many leaves the log has by its highest index. */
  get length(): number {
    return this.#highest + 1
  }

  /** The indexes below the highest that never came, in ranges. */
  get gaps(): readonly LeafRange[] {
    return this.#gaps
  }

  /** How many gaps there were that are not in `gaps`. */
  get forgotten(): number {
    return this.#forgotten
  }

  #remember(gap: LeafRange): void {
    if (this.#gaps.length < MAX_OPEN_GAPS) this.#gaps.push(gap)
    else this.#forgotten += 1
  }

  /** Closes the gap at this index, in whole or in part; false where there was none. */
  #fill(index: number): boolean {
    const position = this.#gaps.findIndex((gap) => gap.start <= index && index < gap.end)
    const gap = this.#gaps[position]
    if (gap === undefined) return false
    const rest = [
      { start: gap.start, end: index },
      { start: index + 1, end: gap.end },
    ].filter((range) => range.start < range.end)
    this.#gaps.splice(position, 1, ...rest)
    return true
  }
}
