import { WORD_FIELDS } from '../fields.ts'
import type { Roll } from '../roll.ts'

/** Two hashes side by side in one number of 53 bits, so that millions of records hardly ever meet by chance. */
class Hash {
  private low = 0x811c9dc5
  private high = 0x01000193

  take(value: number): void {
    this.low = Math.imul(this.low ^ value, 0x01000193)
    this.high = Math.imul(this.high ^ value, 0x85ebca6b) ^ (this.high >>> 15)
  }

  value(): number {
    return (this.high & 0x1fffff) * 0x1_0000_0000 + ((this.low ^ (this.low >>> 13)) >>> 0)
  }
}

function takeMark(hash: Hash, { positions, positionStart }: Roll, mark: number): void {
  for (let at = positionStart[mark]!; at < positionStart[mark + 1]!; at++) hash.take(positions[at]! + 1)
  hash.take(0)
}

/** A hash of each mark of a roll. Equal marks of rolls that share a legend have equal hashes. */
export function markHashes(roll: Roll): Float64Array {
  return Float64Array.from(roll.recordOfMark, (_, mark) => {
    const hash = new Hash()
    takeMark(hash, roll, mark)
    return hash.value()
  })
}

/** A hash of each record of a roll, over all that it states. */
export function recordHashes(roll: Roll): Float64Array {
  const { length, markStart, words, yearFrom, yearTo, day } = roll
  return Float64Array.from({ length }, (_, record) => {
    const hash = new Hash()
    for (let mark = markStart[record]!; mark < markStart[record + 1]!; mark++) takeMark(hash, roll, mark)
    for (const field of WORD_FIELDS) hash.take(words[field][record]!)
    hash.take(yearFrom[record]!)
    hash.take(yearTo[record]!)
    hash.take(day[record]!)
    return hash.value()
  })
}

/** How often each value stands there, for those that stand more often than `least`. In sorting order. */
export function repeats(values: Float64Array, least: number): { readonly value: number; readonly count: number }[] {
  const sorted = values.toSorted()
  const found: { value: number; count: number }[] = []
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1
    while (to < sorted.length && sorted[to] === sorted[from]) to++
    if (to - from > least) found.push({ value: sorted[from]!, count: to - from })
    from = to
  }
  return found
}
