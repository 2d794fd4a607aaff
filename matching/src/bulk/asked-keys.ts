import { isDigitCode, LOST, RUN } from './codes.ts'
import { LEAST_LEFT, prefixOf, RUNS, shortenings, WAY } from './entry-keys.ts'
import { MarkHash, stirred } from './mark-hash.ts'

/** Classes that digits and letters fall into. Some letters are easily taken for digits and share their class. */
const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const LETTERS = [0, 1, 2, 5, 6, 8, 10, 12, 13, 14, 15, 17, 19, 20, 22, 23, 25, 27, 29, 30, 31, 32, 33, 34]
const ANY = [...new Set([...DIGITS, ...LETTERS])]

/** With more lost characters than these nothing narrows the search. */
const MOST_FILLED = 2

/** The keys for which a mark is asked. Whoever asks gives them room; what does not fit is left out. */
export class AskedKeys {
  readonly keys: Uint32Array
  count = 0
  private readonly lost: number[] = []
  private readonly rest = new MarkHash()
  constructor(room: number) {
    this.keys = new Uint32Array(room)
  }

  private add(value: number, way: number): void {
    if (this.count < this.keys.length) this.keys[this.count++] = stirred(value ^ way)
  }

  /** The way that leaves out as many as are lost; null where none does. */
  private open(hash: MarkHash): void {
    this.lost.length = 0
    for (let at = 0; at < hash.length; at++) if (hash.classes[at] === LOST) this.lost.push(at)
  }

  /**
   * Keys of the near path: the mark as it stands or one edit away, missing an end, or with up to four characters lost.
   * The hash has taken the mark up.
   */
  near(hash: MarkHash, codes: Uint8Array, from: number): void {
    this.count = 0
    this.open(hash)
    const run = hash.classes.subarray(0, hash.length).indexOf(RUN)
    if (run >= 0) this.overRun(hash, run)
    else if (this.lost.length === 0) this.clear(hash, codes, from)
    else this.filled(hash)
  }

  private clear(hash: MarkHash, codes: Uint8Array, from: number): void {
    const { length } = hash
    this.add(hash.whole(), WAY.oneLess)
    this.add(hash.whole(), WAY.shortened)
    if (length <= LEAST_LEFT) return
    for (let one = 0; one < length; one++) this.add(hash.without(one, one + 1), WAY.oneLess)
    for (const [begin, end] of shortenings(length, prefixOf(hash, codes, from)))
      this.add(begin > 0 ? hash.without(0, begin) : hash.without(end, length), WAY.oneLess)
  }

  private overRun(hash: MarkHash, run: number): void {
    if (this.lost.length > 0 || hash.length - 1 < LEAST_LEFT) return
    const rest = hash.without(run, run + 1)
    for (const way of [WAY.oneLess, WAY.twoLess, WAY.runLess]) this.add(rest, way)
  }

  private filled(hash: MarkHash): void {
    const { lost } = this
    const { length } = hash
    if (length - lost.length < LEAST_LEFT) return
    const [first, last] = [lost[0]!, lost.at(-1)!]
    if (lost.length === 1) {
      this.add(hash.without(first, first + 1), WAY.oneLess)
      return
    }
    if (lost.length === 2) {
      this.add(hash.withoutBoth(first, first + 1, last, last + 1), WAY.twoLess)
      return
    }
    if (last - first + 1 === lost.length && lost.length <= RUNS.at(-1)!) {
      this.add(hash.without(first, last + 1), WAY.runLess)
      return
    }
    if (lost.length - 2 > MOST_FILLED) return
    const any = () => ANY
    this.fillIn(hash, lost.slice(0, lost.length - 2), 0, any, () => {
      const [one, other] = lost.slice(-2)
      this.add(hash.withoutBoth(one!, one! + 1, other!, other! + 1), WAY.twoLess)
    })
  }

  /** Tries what may stand in the positions of `which`, and calls back with each filling. */
  private fillIn(
    hash: MarkHash,
    which: readonly number[],
    depth: number,
    options: (at: number) => readonly number[],
    then: () => void,
  ): void {
    if (depth === which.length) {
      then()
      return
    }
    for (const value of options(which[depth]!)) {
      this.replace(hash, which[depth]!, value)
      this.fillIn(hash, which, depth + 1, options, then)
    }
    this.replace(hash, which[depth]!, LOST)
  }

  /** A character was put in beside those that are lost: what is left without it is the entry without the lost ones. */
  private withoutOneMore(hash: MarkHash): void {
    const { rest, lost } = this
    if (lost.length > 2) return
    let kept = 0
    for (let at = 0; at < hash.length; at++) if (hash.classes[at] !== LOST) rest.put(kept++, hash.classes[at]!)
    rest.length = kept
    if (kept - 1 < LEAST_LEFT) return
    const way = lost.length === 1 ? WAY.oneLess : WAY.twoLess
    for (let one = 0; one < kept; one++) this.add(rest.without(one, one + 1), way)
  }

  /** What may stand in a place: digits beside digits, letters beside letters. */
  private likely({ classes, length }: MarkHash, at: number): readonly number[] {
    let [digit, letter] = [false, false]
    for (const beside of [at - 1, at + 1]) {
      const value = beside < 0 || beside >= length ? LOST : classes[beside]!
      if (value === LOST || value === RUN) continue
      if (isDigitCode(value)) digit = true
      else letter = true
    }
    if (digit === letter) return ANY
    return digit ? DIGITS : LETTERS
  }

  private replace(hash: MarkHash, at: number, value: number): void {
    const { length } = hash
    hash.put(at, value)
    for (let behind = at + 1; behind < length; behind++) hash.put(behind, hash.classes[behind]!)
  }

  /**
   * Keys of the wide path, for what the near one did not settle: two things at once. They find much, so that whoever
   * asks looks only at what agrees in a word.
   */
  wide(hash: MarkHash): void {
    this.count = 0
    this.open(hash)
    const { lost } = this
    const { length } = hash
    if (hash.classes.subarray(0, length).includes(RUN)) return
    if (lost.length === 0) {
      this.add(hash.whole(), WAY.twoLess)
      this.add(hash.whole(), WAY.shortenedLess)
      for (let one = 0; one < length && length - 1 >= LEAST_LEFT; one++) {
        const without = hash.without(one, one + 1)
        this.add(without, WAY.twoLess)
        this.add(without, WAY.shortened)
        this.add(without, WAY.shortenedLess)
        for (let other = one + 1; other < length && length - 2 >= LEAST_LEFT; other++)
          this.add(hash.withoutBoth(one, one + 1, other, other + 1), WAY.twoLess)
      }
      return
    }
    if (length - lost.length < LEAST_LEFT) return
    this.withoutOneMore(hash)
    if (lost.length === 1) {
      const [only] = lost
      const rest = hash.without(only!, only! + 1)
      this.add(rest, WAY.twoLess)
      this.add(rest, WAY.shortenedLess)
      this.add(rest, WAY.runLess)
      for (let one = 0; one < length; one++) {
        if (one === only) continue
        const [a, b] = [Math.min(one, only!), Math.max(one, only!)]
        this.add(hash.withoutBoth(a, a + 1, b, b + 1), WAY.twoLess)
      }
      return
    }
    if (lost.length > 1 + MOST_FILLED) return
    const open = lost.at(-1)!
    const likely = (at: number) => this.likely(hash, at)
    this.fillIn(hash, lost.slice(0, -1), 0, likely, () => {
      this.add(hash.without(open, open + 1), WAY.twoLess)
      this.add(hash.without(open, open + 1), WAY.shortenedLess)
      for (let one = 0; one < length; one++) {
        if (one === open) continue
        const [a, b] = [Math.min(one, open), Math.max(one, open)]
        this.add(hash.withoutBoth(a, a + 1, b, b + 1), WAY.twoLess)
      }
    })
  }
}
