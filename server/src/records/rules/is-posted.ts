import type { RowKind } from '@proofmark/domain/row-kind'

/**
 * Is a record found by the mark that it states? A consignment of several items states none of theirs, whatever stands
 * in its serial column; where it does not say of how many, it may be of one.
 */
export function isPosted(rowKind: RowKind, quantity: number | null): boolean {
  return rowKind !== 'consignment' || quantity === null || quantity === 1
}
