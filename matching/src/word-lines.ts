import type { ItemRead } from '@proofmark/domain/item'
import type { YearInterval } from '@proofmark/domain/year'
import { agreeing, BROUGHT_BY, bitsOfDegree, differing } from './agreement.ts'
import type { Line } from './line.ts'
import type { Shares } from './model.ts'
import {
  isImportersMark,
  placesAgree,
  WORD_FIELDS,
  type Worded,
  type WordField,
  wordDegree,
  yearDegree,
  yearsWide,
} from './word-degrees.ts'

export type { Worded } from './word-degrees.ts'

function wordLine(field: WordField, query: Worded, record: Worded, shares: Shares): Line | null {
  const degree = wordDegree(field, query, record)
  if (degree === null) return null
  const [one, other] = [query[field], record[field]]
  const parameters = { query: one.stated ?? one.name ?? '', record: other.name ?? other.stated ?? '' }
  const brings = BROUGHT_BY[field]
  const beside = brings !== undefined && wordDegree(brings, query, record) === 'same'
  const id = `evidence.${field}.${degree === 'near' ? 'differs' : degree}`
  return { field, bits: bitsOfDegree(degree, shares[field], beside), message: { id, parameters } }
}

/** An importer's mark is taken for the maker's: where it is the record's importer that was asked for, that is said. */
function makeLine(query: Worded, record: Worded, shares: Shares): Line | null {
  const line = wordLine('make', query, record, shares)
  if (!line || line.bits >= 0 || !isImportersMark(query, record)) return line
  const parameters = { query: query.make.stated ?? '', record: record.make.name ?? '' }
  return { field: 'make', bits: 0, message: { id: 'evidence.make.importer', parameters } }
}

const span = ({ from, to }: YearInterval) => (from === to ? String(from) : `${from}–${to}`)

function yearLine(query: ItemRead['year'], record: ItemRead['year'], { year }: Shares): Line | null {
  const degree = yearDegree(query, record)
  if (degree === null || !query || !record) return null
  const width = Math.max(yearsWide(query), yearsWide(record))
  const bits = {
    same: Math.max(0, Math.log2(year.m / (year.u * width))),
    near: agreeing(year.near),
    differs: Math.log2((1 - year.m - year.near.m) / (1 - year.u - year.near.u)),
  }
  const parameters = { query: span(query), record: span(record) }
  return { field: 'year', bits: bits[degree], message: { id: `evidence.year.${degree}`, parameters } }
}

function placeLine(query: string | null, record: string | null, { place }: Shares): Line | null {
  const same = placesAgree(query, record)
  if (same === null) return null
  const id = `evidence.place.${same ? 'same' : 'differs'}`
  const parameters = { query: query ?? '', record: record ?? '' }
  return { field: 'place', bits: same ? agreeing(place) : differing(place), message: { id, parameters } }
}

/** The lines of the balance for all that is stated in words and years. */
export function wordLines(query: Worded, record: Worded, shares: Shares): Line[] {
  return [
    ...WORD_FIELDS.map((field) =>
      field === 'make' ? makeLine(query, record, shares) : wordLine(field, query, record, shares),
    ),
    yearLine(query.year, record.year, shares),
    placeLine(query.place ?? null, record.place ?? null, shares),
  ].filter((line) => line !== null)
}
