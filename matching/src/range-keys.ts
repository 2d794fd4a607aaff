import { type CountedSerial, countedSerial } from '@proofmark/domain/serial-count'
import type { SerialRange } from '@proofmark/domain/serial-range'
import { hash32 } from './hash.ts'

/** Version of how a range becomes keys. It is part of every key, beside a letter that keeps ranges apart from marks and words. */
const RANGES_VERSION = 1

/** A block holds at most two to so many numbers: more than the longest range. */
const LARGEST_BLOCK = 20

/** A block of numbers of one count: those that are the same after so many halvings. */
const blockKey = ({ before, digits, after }: CountedSerial, halvings: number, block: number): number =>
  hash32(`${RANGES_VERSION}r${before} ${digits.length} ${after} ${halvings} ${block}`)

const shapeKey = ({ before, digits, after }: CountedSerial): number =>
  hash32(`${RANGES_VERSION}s${before} ${digits.length} ${after}`)

/** The key of the count to which a norm belongs: no range of it is on record where nothing is posted under it. */
export function rangeShapeKey(norm: string): number | null {
  const counted = countedSerial(norm)
  return counted === null ? null : shapeKey(counted)
}

/**
 * The keys under which a record that states these ranges is posted: each range in the fewest blocks of a power of two that
 * make it up, two of each size at most, and under its count. So whatever lies in it is found by equality, in however long a range.
 */
export function rangeKeys(ranges: readonly SerialRange[]): number[] {
  const keys = new Set<number>()
  for (const { first, count } of ranges) {
    const counted = countedSerial(first)
    if (!counted) continue
    keys.add(shapeKey(counted))
    let at = Number(counted.digits)
    const end = at + count
    while (at < end) {
      let halvings = 0
      while (halvings < LARGEST_BLOCK && at % 2 ** (halvings + 1) === 0 && at + 2 ** (halvings + 1) <= end) halvings++
      keys.add(blockKey(counted, halvings, at / 2 ** halvings))
      at += 2 ** halvings
    }
  }
  return [...keys]
}

/** The keys under which records are posted that state a range in which this norm lies: one for each size of block. */
export function keysOfRangesOver(norm: string): number[] {
  const counted = countedSerial(norm)
  if (!counted) return []
  const number = Number(counted.digits)
  return Array.from({ length: LARGEST_BLOCK + 1 }, (_, halvings) =>
    blockKey(counted, halvings, Math.floor(number / 2 ** halvings)),
  )
}
