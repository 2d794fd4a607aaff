/**
 * A binary fuse filter with 32-bit fingerprints (Graf and Lemire, Binary Fuse Filters, 2022): of a token's output four
 * words are used, three for its cells and one as its fingerprint, which is the three cells taken together by exclusive or.
 * What is not in it is taken for being in it once in 2^32, however full it is.
 */
import { cellsOf, type FilterShape } from './filter-shape.ts'

/** Words of 32 bits of an output that a filter uses. */
export const WORDS = 4

/** Fewer than one in a hundred constructions fail; each attempt places the tokens elsewhere. */
export const MOST_ATTEMPTS = 64

/** The finalizer of MurmurHash3: every bit of the word changes half of those of the result. */
function scattered(word: number): number {
  let mixed = word ^ (word >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** `floor(word × size / 2^32)`, exactly, for a size below 2^32. */
function scaled(word: number, size: number): number {
  const low = Math.floor(((word & 0xffff) * size) / 0x10000)
  return Math.floor(((word >>> 16) * size + low) / 0x10000)
}

/** The three cells of a token, written into `cells`. */
function placeToken(
  words: Uint32Array,
  at: number,
  { segmentLength, segmentCount }: FilterShape,
  attempt: number,
  cells: Uint32Array,
): void {
  const lot = Math.imul(attempt, 0x9e3779b1)
  const first = scaled(scattered(words[at]! ^ lot), segmentLength * segmentCount)
  const segment = first - (first & (segmentLength - 1))
  cells[0] = first
  cells[1] = segment + segmentLength + (scattered(words[at + 1]! ^ lot) & (segmentLength - 1))
  cells[2] = segment + 2 * segmentLength + (scattered(words[at + 2]! ^ lot) & (segmentLength - 1))
}

/** The order in which tokens can be assigned, and for each the cell that is its alone then; null where there is none. */
function peel(
  words: Uint32Array,
  shape: FilterShape,
  attempt: number,
): { order: Uint32Array; own: Uint32Array } | null {
  const tokens = words.length / WORDS
  const count = cellsOf(shape)
  const degree = new Uint8Array(count)
  const who = new Uint32Array(count)
  const cells = new Uint32Array(3)
  for (let token = 0; token < tokens; token += 1) {
    placeToken(words, token * WORDS, shape, attempt, cells)
    for (const cell of cells) {
      if (degree[cell] === 0xff) return null
      degree[cell]! += 1
      who[cell]! ^= token
    }
  }
  const alone = new Uint32Array(count)
  let waiting = 0
  for (let cell = 0; cell < count; cell += 1) if (degree[cell] === 1) alone[waiting++] = cell
  const order = new Uint32Array(tokens)
  const own = new Uint32Array(tokens)
  let placed = 0
  for (let next = 0; next < waiting; next += 1) {
    const cell = alone[next]!
    if (degree[cell] !== 1) continue
    const token = who[cell]!
    order[placed] = token
    own[placed] = cell
    placed += 1
    placeToken(words, token * WORDS, shape, attempt, cells)
    for (const other of cells) {
      degree[other]! -= 1
      who[other]! ^= token
      if (degree[other] === 1 && other !== cell) alone[waiting++] = other
    }
  }
  return placed === tokens ? { order, own } : null
}

/** The cells of a filter of these tokens, no two alike, and the attempt that succeeded; null where none did. */
export function fillCells(words: Uint32Array, shape: FilterShape): { cells: Uint32Array; attempt: number } | null {
  const three = new Uint32Array(3)
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const peeled = peel(words, shape, attempt)
    if (peeled === null) continue
    const cells = new Uint32Array(cellsOf(shape))
    for (let last = peeled.order.length - 1; last >= 0; last -= 1) {
      const at = peeled.order[last]! * WORDS
      placeToken(words, at, shape, attempt, three)
      const own = peeled.own[last]!
      let value = words[at + 3]!
      for (const cell of three) if (cell !== own) value ^= cells[cell]!
      cells[own] = value
    }
    return { cells, attempt }
  }
  return null
}

/** Whether a token's output is in the filter. */
export function isInCells(words: Uint32Array, shape: FilterShape, attempt: number, cells: Uint32Array): boolean {
  const three = new Uint32Array(3)
  placeToken(words, 0, shape, attempt, three)
  return (cells[three[0]!]! ^ cells[three[1]!]! ^ cells[three[2]!]!) >>> 0 === words[3]!
}
