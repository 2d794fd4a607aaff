/** How large a filter is: by the bucket that its count falls into and by nothing else, so that the count stays hidden. */

/** The smallest bucket; what is added in between is published in buckets of the same row. */
export const LEAST_CAPACITY = 256
/** No larger filter is built or taken. */
export const MOST_CAPACITY = 3 * 2 ** 22

export interface FilterShape {
  /** Tokens and pads together. */
  readonly capacity: number
  /** Cells of a segment: a power of two. */
  readonly segmentLength: number
  /** Segments in which a token's first cell may lie; two more follow. */
  readonly segmentCount: number
}

/** The buckets are 256, 384, 512, 768, 1024, …: two in each doubling, so that a count is known to within a third. */
export function bucketOf(count: number): number {
  let capacity = LEAST_CAPACITY
  while (capacity < count) capacity = Number.isInteger(Math.log2(capacity)) ? (capacity / 2) * 3 : (capacity / 3) * 4
  return capacity
}

export const isBucket = (capacity: number): boolean =>
  capacity >= LEAST_CAPACITY && capacity <= MOST_CAPACITY && bucketOf(capacity) === capacity

/**
 * The shape of a binary fuse filter with three cells a token (Graf and Lemire, Binary Fuse Filters, 2022, section 3):
 * segments grow with the capacity, and small filters get more room, so that construction nearly always succeeds.
 */
export function shapeOf(capacity: number): FilterShape {
  const segmentLength = 2 ** Math.min(18, Math.floor(Math.log(capacity) / Math.log(3.33) + 2.25))
  const room = Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(capacity))
  const segments = Math.ceil(Math.round(capacity * room) / segmentLength)
  return { capacity, segmentLength, segmentCount: Math.max(1, segments - 2) }
}

/** Cells of the whole filter. */
export const cellsOf = ({ segmentLength, segmentCount }: FilterShape): number => (segmentCount + 2) * segmentLength
