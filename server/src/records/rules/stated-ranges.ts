import type { RowKind } from '@proofmark/domain/row-kind'
import { readSerialRanges, type SerialRange } from '@proofmark/domain/serial-range'

/** What decides whether a record states ranges of numbers. */
export interface StatesRanges {
  readonly stated: Readonly<Record<string, string>>
  readonly rowKind: RowKind
  readonly quantity: number | null
}

/**
 * The ranges of numbers that a record states in its serial column, as licences and packing lists do; empty where it does not
 * speak of several items, since then what stands there is one number. An ammunition lot's number is the lot's.
 */
export function statedRanges({ stated, rowKind, quantity }: StatesRanges): readonly SerialRange[] {
  const ofSeveral = rowKind === 'consignment' ? quantity !== 1 : (quantity ?? 1) > 1 && rowKind !== 'ammunition-lot'
  return ofSeveral && stated.serial ? readSerialRanges(stated.serial, quantity) : []
}
