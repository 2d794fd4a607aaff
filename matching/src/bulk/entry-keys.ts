import { isDigitCode, LOST, RUN } from './codes.ts'
import { type MarkHash, stirred } from './mark-hash.ts'

/** In which way a key leaves something out of a mark: keys of different ways never meet. */
export const WAY = {
  /** All of it, or all but one character: whatever is one edit away shares one of these. */
  oneLess: 0x51ed270b,
  /** Without what may be missing at an end. */
  shortened: 0x1b873593,
  /** Without two characters. */
  twoLess: 0x2c1b3c6d,
  /** Without a run of three or four. */
  runLess: 0x6b43a9b5,
  /** Shortened at an end and without one character more. */
  shortenedLess: 0x3ad8025f,
} as const

/** So few characters are left at least: fewer say nothing. */
export const LEAST_LEFT = 3
/** A run of this many characters may be lost at once. */
export const RUNS = [3, 4] as const
/** A mark has at most so many keys. */
export const MOST_KEYS = 2_048
/** Longer marks are rare, and whole enough without leaving two out. */
const LONGEST_TWO_LESS = 16

/** How many letters stand before the first digit. */
export function prefixOf({ length }: MarkHash, codes: Uint8Array, from: number): number {
  let letters = 0
  while (letters < length && !isDigitCode(codes[from + letters]!)) letters++
  return letters === length ? 0 : letters
}

/** What may be missing at an end: the prefix, two or three characters in front, two behind. One is left to `oneLess`. */
export function* shortenings(length: number, prefix: number): Generator<readonly [from: number, to: number]> {
  const fronts = prefix > 3 ? [2, 3, prefix] : [2, 3]
  for (const front of fronts) if (length - front >= LEAST_LEFT) yield [front, length]
  if (length - 2 >= LEAST_LEFT) yield [0, length - 2]
}

/** Are two neighbours alike? Leaving out either is the same. */
const repeats = ({ classes }: MarkHash, at: number) => at > 0 && classes[at] === classes[at - 1]

/**
 * Writes the keys under which a mark stands in an index; answers how many. A mark with lost characters stands as what is
 * left of it, so that it is found by whoever has lost the same.
 */
export function entryKeys(hash: MarkHash, codes: Uint8Array, from: number, keys: Uint32Array): number {
  const { length, classes } = hash
  let count = 0
  const add = (value: number, way: number) => {
    if (count < MOST_KEYS) keys[count++] = stirred(value ^ way)
  }
  let open = 0
  for (let at = 0; at < length; at++) if (classes[at] === LOST || classes[at] === RUN) open++
  if (open > 0) {
    let kept = 0
    for (let at = 0; at < length; at++) {
      const value = classes[at]!
      if (value !== LOST && value !== RUN) hash.put(kept++, value)
    }
    hash.length = kept
    if (kept < LEAST_LEFT) return 0
    add(hash.whole(), WAY.oneLess)
    if (open === 2) add(hash.whole(), WAY.twoLess)
    return count
  }
  add(hash.whole(), WAY.oneLess)
  if (length <= LEAST_LEFT) return count
  for (let one = 0; one < length; one++) {
    if (repeats(hash, one)) continue
    add(hash.without(one, one + 1), WAY.oneLess)
  }
  for (const [begin, end] of shortenings(length, prefixOf(hash, codes, from))) {
    add(begin > 0 ? hash.without(0, begin) : hash.without(end, length), WAY.shortened)
    for (let one = begin; one < end && end - begin > LEAST_LEFT; one++) {
      if (one > begin && repeats(hash, one)) continue
      add(
        begin > 0 ? hash.withoutBoth(0, begin, one, one + 1) : hash.withoutBoth(one, one + 1, end, length),
        WAY.shortenedLess,
      )
    }
  }
  if (length - 2 >= LEAST_LEFT && length <= LONGEST_TWO_LESS)
    for (let one = 0; one < length; one++)
      for (let other = one + 1; other < length; other++)
        add(hash.withoutBoth(one, one + 1, other, other + 1), WAY.twoLess)
  for (const run of RUNS)
    for (let one = 0; one + run <= length && length - run >= LEAST_LEFT; one++)
      add(hash.without(one, one + run), WAY.runLess)
  return count
}
