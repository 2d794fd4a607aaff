import { calibreDistance } from '@proofmark/domain/calibre-distance'
import { foldKey, foldTokens } from '@proofmark/domain/fold'
import type { ItemRead, ReadWord } from '@proofmark/domain/item'
import { makeDistance } from '@proofmark/domain/make'
import { modelDistance } from '@proofmark/domain/model'
import { typeDistance } from '@proofmark/domain/type-distance'
import { type YearInterval, yearDistance } from '@proofmark/domain/year'
import type { Line } from './line.ts'
import type { Agreement, Model } from './model.ts'

type WordField = 'make' | 'model' | 'calibre' | 'type' | 'country'

const agreeing = ({ m, u }: Agreement) => Math.log2(m / u)
const differing = ({ m, u }: Agreement) => Math.log2((1 - m) / (1 - u))

const sameCode = (a: string, b: string) => (a === b ? 0 : 1)
const DISTANCES: Readonly<Record<WordField, (a: string, b: string) => number>> = {
  make: makeDistance,
  model: modelDistance,
  calibre: calibreDistance,
  type: typeDistance,
  country: sameCode,
}
/** A broader word for the same thing, or one that the same chamber takes. */
const COMPATIBLE = 0.25
/** From here on two meanings exclude each other; between the two they are neighbours, and speak against it half as loudly. */
const EXCLUDING = 0.8
/** A shorter text than this begins too many longer ones. */
const LEAST_BEGINNING = 3

type Degree = 'same' | 'compatible' | 'near' | 'differs'

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

function bitsOf(degree: Degree, agreement: Agreement): number {
  if (degree === 'same') return agreeing(agreement)
  if (degree === 'compatible') return agreeing(agreement) / 2
  return degree === 'near' ? differing(agreement) / 2 : differing(agreement)
}

/** Missing is no evidence, and neither is a word that only one side's tables know: it might mean the same. */
function wordLine(field: WordField, query: ReadWord, record: ReadWord, model: Model): Line | null {
  const degree =
    query.code !== null && record.code !== null
      ? degreeOfCodes(field, query.code, record.code)
      : degreeOfTexts(query, record)
  if (degree === null) return null
  const parameters = { query: query.stated ?? query.name ?? '', record: record.name ?? record.stated ?? '' }
  const id = `evidence.${field}.${degree === 'near' ? 'differs' : degree}`
  return { field, bits: bitsOf(degree, model[field]), message: { id, parameters } }
}

/** An importer's mark is taken for the maker's: where it is the record's importer that was asked for, that is said. */
function makeLine(query: Worded, record: Worded, model: Model): Line | null {
  const line = wordLine('make', query.make, record.make, model)
  if (!line || line.bits >= 0) return line
  const importers = [record.importer?.code === query.make.code, query.importer?.code === record.make.code]
  if (!importers.includes(true)) return line
  const parameters = { query: query.make.stated ?? '', record: record.make.name ?? '' }
  return { field: 'make', bits: 0, message: { id: 'evidence.make.importer', parameters } }
}

function yearLine(query: YearInterval | null, record: YearInterval | null, { year }: Model): Line | null {
  if (!query || !record) return null
  const parameters = { query: span(query), record: span(record) }
  const line = (id: string, bits: number): Line => ({
    field: 'year',
    bits,
    message: { id: `evidence.year.${id}`, parameters },
  })
  const distance = yearDistance(query, record)
  const width = Math.max(query.to - query.from, record.to - record.from) + 1
  if (distance === 0) return line('same', Math.max(0, Math.log2(year.m / (year.u * width))))
  if (distance === 1) return line('near', agreeing(year.near))
  return line('differs', Math.log2((1 - year.m - year.near.m) / (1 - year.u - year.near.u)))
}

const span = ({ from, to }: YearInterval) => (from === to ? String(from) : `${from}–${to}`)

/** Two places agree when all words of the shorter stand in the longer: `Nova Aldeia` in `Nova Aldeia, Norte`. */
function placeLine(query: string | null, record: string | null, { place }: Model): Line | null {
  const [asked, recorded] = [new Set(foldTokens(query ?? '')), new Set(foldTokens(record ?? ''))]
  if (asked.size === 0 || recorded.size === 0) return null
  const [fewer, more] = asked.size <= recorded.size ? [asked, recorded] : [recorded, asked]
  const same = [...fewer].every((word) => more.has(word))
  const parameters = { query: query ?? '', record: record ?? '' }
  const id = `evidence.place.${same ? 'same' : 'differs'}`
  return { field: 'place', bits: same ? agreeing(place) : differing(place), message: { id, parameters } }
}

export type Worded = Pick<ItemRead, WordField | 'year'> & {
  readonly importer?: ReadWord
  /** Where something happened, as stated; null where it is not. */
  readonly place?: string | null
}

/** The lines of the balance for all that is stated in words and years. */
export function wordLines(query: Worded, record: Worded, model: Model): Line[] {
  const word = (field: WordField) => wordLine(field, query[field], record[field], model)
  return [
    makeLine(query, record, model),
    word('model'),
    word('calibre'),
    word('type'),
    word('country'),
    yearLine(query.year, record.year, model),
    placeLine(query.place ?? null, record.place ?? null, model),
  ].filter((line) => line !== null)
}
