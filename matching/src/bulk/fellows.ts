import { LOST } from './codes.ts'
import type { Roll } from './roll.ts'

/** Marks of entries that state one make, or one model, together. */
export interface Fellows {
  /** Where the marks of each word begin. */
  readonly starts: Uint32Array
  readonly marks: Uint32Array
  /** Which characters each of these marks has, in the same order. */
  readonly characters: Uint32Array
}

const BITS = 32

/** Which classes of characters a stretch of positions has, a bit each; what may be several counts as none. */
export function charactersOf(codes: Uint8Array, from: number, to: number, classes: Uint8Array): number {
  let characters = 0
  for (let at = from; at < to; at++) {
    const one = classes[codes[at]!]!
    if (one < LOST) characters |= 1 << (one % BITS)
  }
  return characters
}

/** Puts the marks of a roll together by a word of their records; words that no table knows take no part. */
export function fellowsBy(roll: Roll, words: Int32Array, size: number, classes: Uint8Array): Fellows {
  const { recordOfMark, positionStart, positions } = roll
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (size + 1)))
  const wordOf = (mark: number) => words[recordOfMark[mark]!]!
  const isKnown = (word: number) => word >= 0 && word < size
  for (let mark = 0; mark < recordOfMark.length; mark++) if (isKnown(wordOf(mark))) starts[wordOf(mark) + 1]!++
  for (let word = 0; word < size; word++) starts[word + 1]! += starts[word]!
  const total = starts[size]!
  const marks = new Uint32Array(new SharedArrayBuffer(4 * Math.max(1, total)))
  const characters = new Uint32Array(new SharedArrayBuffer(4 * Math.max(1, total)))
  const next = starts.slice()
  for (let mark = 0; mark < recordOfMark.length; mark++) {
    if (!isKnown(wordOf(mark))) continue
    const place = next[wordOf(mark)]!++
    marks[place] = mark
    characters[place] = charactersOf(positions, positionStart[mark]!, positionStart[mark + 1]!, classes)
  }
  return { starts, marks, characters }
}
