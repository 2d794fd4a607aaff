import { calibreDistance } from '@proofmark/domain/calibre-distance'
import { readCountry } from '@proofmark/domain/country'
import { foldKey, foldTokens } from '@proofmark/domain/fold'
import type { ItemRead, ReadWord } from '@proofmark/domain/item'
import { makeDistance } from '@proofmark/domain/make'
import { modelDistance } from '@proofmark/domain/model'
import { typeDistance } from '@proofmark/domain/type-distance'
import { type YearInterval, yearDistance } from '@proofmark/domain/year'

export const WORD_FIELDS = ['make', 'importer', 'model', 'calibre', 'type', 'country'] as const
export type WordField = (typeof WORD_FIELDS)[number]

/** How two words compare: one meaning, a broader word for it, neighbours, or meanings that exclude each other. */
export const DEGREES = ['same', 'compatible', 'near', 'differs'] as const
export type Degree = (typeof DEGREES)[number]
export type YearDegree = Exclude<Degree, 'compatible'>

export type Worded = Pick<ItemRead, Exclude<WordField, 'importer'> | 'year'> & {
  readonly importer?: ReadWord
  /** Where something happened, as stated; null where it is not. */
  readonly place?: string | null
}

const sameCode = (a: string, b: string) => (a === b ? 0 : 1)
const DISTANCES: Readonly<Record<WordField, (a: string, b: string) => number>> = {
  make: makeDistance,
  importer: makeDistance,
  model: modelDistance,
  calibre: calibreDistance,
  type: typeDistance,
  country: sameCode,
}
/** A broader word for the same thing, or one that the same chamber takes. */
const COMPATIBLE = 0.25
/** From here on two meanings exclude each other; between the two they are neighbours. */
const EXCLUDING = 0.8
/** A shorter text than this begins too many longer ones. */
const LEAST_BEGINNING = 3

function degreeOfCodes(field: WordField, a: string, b: string): Degree {
  const distance = DISTANCES[field](a, b)
  if (distance === 0) return 'same'
  if (distance <= COMPATIBLE) return 'compatible'
  return distance < EXCLUDING ? 'near' : 'differs'
}

/**
 * How two words compare that no table knows: the same when they fold alike, compatible when one begins the other.
 * Nothing else is said of them: both may be spellings of one name.
 */
function degreeOfTexts(a: ReadWord, b: ReadWord): Degree | null {
  if (a.said !== 'unread' || b.said !== 'unread') return null
  const [one, other] = [foldKey(a.stated ?? ''), foldKey(b.stated ?? '')]
  if (one === '' || other === '') return null
  if (one === other) return 'same'
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one]
  return shorter.length >= LEAST_BEGINNING && longer.startsWith(shorter) ? 'compatible' : null
}

/** Null for no evidence: missing on a side, or a word that only one side's tables know, which might mean the same. */
export function wordDegree(field: WordField, query: Worded, record: Worded): Degree | null {
  const [one, other] = [query[field], record[field]]
  if (!one || !other) return null
  if (one.code !== null && other.code !== null) return degreeOfCodes(field, one.code, other.code)
  return degreeOfTexts(one, other)
}

function isOneName(a: ReadWord, b: ReadWord | undefined): boolean {
  if (!b) return false
  return a.code === null ? degreeOfTexts(a, b) === 'same' : a.code === b.code
}

/**
 * Which of two names the other's importer as its maker, or may; null where neither does. A clerk reads the importer's mark
 * first (E3 of DOMAIN 4.8).
 */
export function crossedIn(query: Worded, record: Worded): 'query' | 'record' | null {
  if (isOneName(query.make, record.make)) return null
  if (isOneName(query.make, record.importer)) return 'query'
  return isOneName(record.make, query.importer) ? 'record' : null
}

/**
 * How all words of two items compare. Two makes of which one is the other's importer do not speak against each other, and
 * neither do two importers of which one is a maker: makers import too, and clerks write them into that field.
 */
export function wordDegrees(query: Worded, record: Worded): Record<WordField, Degree | null> {
  const degrees = WORD_FIELDS.map((field) => [field, wordDegree(field, query, record)] as const)
  const all = Object.fromEntries(degrees) as Record<WordField, Degree | null>
  if (all.make === 'differs' && crossedIn(query, record) !== null) all.make = null
  const makers = [query.make, record.make]
  if (
    all.importer === 'differs' &&
    makers.some((maker) => [query, record].some((each) => isOneName(maker, each.importer)))
  )
    all.importer = null
  return all
}

export const yearsWide = ({ from, to }: YearInterval): number => to - from + 1

/** How two intervals of years compare; null where either is missing. */
export function yearDegree(query: YearInterval | null, record: YearInterval | null): YearDegree | null {
  if (!query || !record) return null
  const distance = yearDistance(query, record)
  if (distance === 0) return 'same'
  return distance === 1 ? 'near' : 'differs'
}

/** Places come again and again, and are compared with many: the words of so many are kept. */
const MOST_PLACES = 4_096
const wordsOfPlaces = new Map<string, ReadonlySet<string>>()

/** The words of a place. A country's name alone is none, since half of all that happens happens there, and no
 * more is a word for none. */
function wordsOfPlace(place: string | null): ReadonlySet<string> {
  const known = wordsOfPlaces.get(place ?? '')
  if (known) return known
  const words = new Set(readCountry(place).said === 'unread' ? foldTokens(place ?? '') : [])
  if (wordsOfPlaces.size >= MOST_PLACES) wordsOfPlaces.clear()
  wordsOfPlaces.set(place ?? '', words)
  return words
}

/** Two places agree when all words of the shorter stand in the longer: `Nova Aldeia` in `Nova Aldeia, Norte`. */
export function placesAgree(query: string | null, record: string | null): boolean | null {
  const [asked, recorded] = [wordsOfPlace(query), wordsOfPlace(record)]
  if (asked.size === 0 || recorded.size === 0) return null
  const [fewer, more] = asked.size <= recorded.size ? [asked, recorded] : [recorded, asked]
  return [...fewer].every((word) => more.has(word))
}
