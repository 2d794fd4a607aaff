/** Misspellings: which words of a table lie one or two edits from a stated word. */

/**
 * Edits between two words (insertion, deletion, substitution, transposition of neighbours), or `most + 1` as soon as
 * there are more than `most`. Damerau–Levenshtein in its restricted form.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const substituted = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(substituted, last[j]! + 1, row[j - 1]! + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1)
      }
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length]!, most + 1)
}

/** The word itself and every word left when one or two of its characters are dropped. */
function deletions(word: string): Set<string> {
  const found = new Set<string>([word])
  for (let i = 0; i < word.length; i++) {
    const once = word.slice(0, i) + word.slice(i + 1)
    found.add(once)
    for (let j = i; j < once.length; j++) found.add(once.slice(0, j) + once.slice(j + 1))
  }
  return found
}

/** Longest word that is compared; the keys of longer ones would grow with the square of their length. */
const LONGEST_COMPARED = 24

/**
 * A table that answers with the one meaning a misspelt word can have. A word is read only if it is a single edit from
 * a table word of at least `shortest` letters and no word of another meaning is within two edits: otherwise it would
 * be a guess.
 */
export class SpellingTable<Meaning> {
  readonly #words: { readonly word: string; readonly meaning: Meaning }[] = []
  readonly #shortest: number
  #known: ReadonlyMap<string, readonly number[]> | null = null

  constructor(entries: Iterable<readonly [string, Meaning]>, shortest: number) {
    this.#shortest = shortest
    for (const [word, meaning] of entries) {
      if (word.length >= 4 && word.length <= LONGEST_COMPARED) this.#words.push({ word, meaning })
    }
  }

  /** Where the words stand by what is left of them, made at the first misspelling: most processes never read one. */
  get #byDeletion(): ReadonlyMap<string, readonly number[]> {
    if (this.#known) return this.#known
    const known = new Map<string, number[]>()
    for (const [index, { word }] of this.#words.entries()) {
      for (const key of deletions(word)) {
        const bucket = known.get(key)
        if (bucket) bucket.push(index)
        else known.set(key, [index])
      }
    }
    this.#known = known
    return known
  }

  /** The meaning of a word one edit from the table, or null where there is none or more than one. */
  nearest(word: string): Meaning | null {
    if (word.length < this.#shortest - 1 || word.length > LONGEST_COMPARED) return null
    const byDeletion = this.#byDeletion
    const candidates = new Set<number>()
    for (const key of deletions(word)) {
      for (const index of byDeletion.get(key) ?? []) candidates.add(index)
    }
    const within: { readonly distance: number; readonly meaning: Meaning }[] = []
    let nearest: Meaning | null = null
    for (const index of candidates) {
      const entry = this.#words[index]!
      const distance = editDistance(word, entry.word, 2)
      if (distance > 2) continue
      within.push({ distance, meaning: entry.meaning })
      if (distance === 1 && entry.word.length >= this.#shortest) nearest = entry.meaning
    }
    return nearest !== null && within.every((entry) => entry.meaning === nearest) ? nearest : null
  }
}
