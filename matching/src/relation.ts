import type { ItemCategory } from '@proofmark/domain/item'
import type { Part } from '@proofmark/domain/marking'
import type { PartMark } from './serial-line.ts'

/** What is compared for its kind beside its evidence. */
export interface RelatedItem {
  readonly category: ItemCategory
  readonly marks: readonly PartMark[]
  /** A part or component by itself, not a firearm. */
  readonly loose: boolean
  /** Many rounds under one number. */
  readonly lot: boolean
}

/**
 * What two records are to each other if their marks are one number. `component`: the number is that of a part, which
 * may have come to another firearm; `part` is where the first has it and `otherPart` where the second has it, null for
 * a firearm's own number.
 */
export type Relation =
  | { readonly kind: 'same' | 'same-lot' }
  | { readonly kind: 'component'; readonly part: Part | null; readonly otherPart: Part | null }

/** The firearm is its frame or receiver (Firearms Protocol, article 3(a), with MOSAIC 05.30); a number of no named part is its own. */
const OWN: ReadonlySet<Part> = new Set(['frame', 'receiver_upper', 'receiver_lower', 'unknown'])

function partOf(item: RelatedItem, place: number): Part | null {
  const part = item.marks[place]?.part ?? 'unknown'
  if (!OWN.has(part)) return part
  return item.loose ? (part === 'unknown' ? 'other' : part) : null
}

/**
 * What the records are to each other if the mark at `place` of the first and that at `otherPlace` of the second are one
 * number; null where they cannot be: rounds and a firearm bear no number in common.
 */
export function relationOf(item: RelatedItem, place: number, other: RelatedItem, otherPlace: number): Relation | null {
  const rounds = [item, other].filter(({ lot, category }) => lot || category === 'ammunition').length
  if (rounds === 1) return null
  if (rounds === 2) return { kind: 'same-lot' }
  const [part, otherPart] = [partOf(item, place), partOf(other, otherPlace)]
  return part === null && otherPart === null ? { kind: 'same' } : { kind: 'component', part, otherPart }
}
