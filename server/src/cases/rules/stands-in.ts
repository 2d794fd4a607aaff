import { latinWords, soundOfName } from '@proofmark/domain/identifiers/person-name'

/** How something sought stands in words: whole, or of a name a part. */
export type Stands = 'whole' | 'part'

const squashed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '')
/** Fewer characters of a number, or letters of a part of a name, stand everywhere. */
const LEAST = { number: 5, part: 4 } as const

/** Do all words of one list stand beside each other in the other, in whatever order? */
const beside = (sought: readonly string[], words: readonly string[]): boolean => {
  const wanted = sought.toSorted().join(' ')
  return words.some(
    (_, at) =>
      words
        .slice(at, at + sought.length)
        .toSorted()
        .join(' ') === wanted,
  )
}

/** Words by how they sound, as names of other scripts are found. */
const soundsOf = (text: string): string[] => text.split(/[^\p{L}\p{M}'’ʼ]+/u).flatMap((word) => soundOfName(word) ?? [])

/**
 * Does a name or a number of somebody stand in a text? Names across scripts, spellings and the order of their words; of a
 * name of several words one is a part, as it is read and not by its sound, which many words share. Numbers whatever separates them. Null where it does not.
 */
export function standsIn(text: string, sought: string): Stands | null {
  if (/\p{Nd}/u.test(sought)) {
    const number = squashed(sought)
    return number.length >= LEAST.number && squashed(text).includes(number) ? 'whole' : null
  }
  const [name, words] = [latinWords(sought), latinWords(text)]
  if (name.length === 0) return null
  if (beside(name, words) || (name.length > 1 && beside(soundsOf(sought), soundsOf(text)))) return 'whole'
  return name.some((part) => part.length >= LEAST.part && words.includes(part)) ? 'part' : null
}

/** How any of these stands in any of the texts, the strongest. */
export function anyStandsIn(texts: readonly string[], sought: readonly string[]): Stands | null {
  const found = texts.flatMap((text) => sought.map((each) => standsIn(text, each)))
  return found.includes('whole') ? 'whole' : found.includes('part') ? 'part' : null
}
