import { LOST } from '../../mix/edits-between.ts'
import type { Recovery } from '../../mix/recoveries.ts'
import { foldLookAlikes } from './confusing.ts'
import { remaindersOf } from './dropping.ts'
import { isWrittenOtherwise, plainForms } from './reformatting.ts'
import { TextIndex } from './text-index.ts'

/** The text without one character, in all ways. */
function shortened(text: string): string[] {
  const shorter: string[] = []
  for (let at = 0; at < text.length; at++)
    if (at === 0 || text[at] !== text[at - 1]) shorter.push(text.slice(0, at) + text.slice(at + 1))
  return shorter
}

/** Deletions of a stated serial and forms of it, so many together. */
const TEXTS = 12

/**
 * Recoveries by their serials, so that a registered serial finds every recovery that may be it, damaged in one way or
 * two: look-alikes are the same character, one character too many, too few or another is found by leaving out one on
 * either side, what is dropped is dropped from the registered serial, and what is lost agrees with all.
 */
export class Candidates {
  readonly #stated: TextIndex
  readonly #shortened: TextIndex
  /** By recovery: which search found it last. */
  readonly #found: Int32Array
  #search = 0

  constructor(recoveries: readonly Recovery[]) {
    this.#stated = new TextIndex(2 * recoveries.length)
    this.#shortened = new TextIndex(TEXTS * recoveries.length)
    this.#found = new Int32Array(recoveries.length)
    for (const [position, { serial }] of recoveries.entries()) this.#add(serial, position)
  }

  #add(serial: string, position: number): void {
    const plain = isWrittenOtherwise(serial) ? [] : [serial]
    for (const form of new Set([...plain, ...(serial.includes(LOST) ? [] : plainForms(serial))]))
      this.#stated.add(foldLookAlikes(form), position)
    for (const form of plain) for (const text of shortened(foldLookAlikes(form))) this.#shortened.add(text, position)
  }

  /** Tells each recovery, by its position, that a registered serial may have become; each once. */
  find(serial: string, tell: (recovery: number) => void): void {
    const search = ++this.#search
    const once = (recovery: number) => {
      if (this.#found[recovery] === search) return
      this.#found[recovery] = search
      tell(recovery)
    }
    const whole = foldLookAlikes(serial)
    for (const text of [whole, ...shortened(whole)]) {
      this.#stated.find(text, once)
      this.#shortened.find(text, once)
    }
    for (const left of new Set(remaindersOf(serial).map(({ text }) => foldLookAlikes(text)))) {
      this.#stated.find(left, once)
      this.#shortened.findWhole(left, once)
      for (const text of shortened(left)) {
        this.#stated.findWhole(text, once)
        this.#shortened.findWhole(text, once)
      }
    }
  }
}
