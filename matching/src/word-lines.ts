import { RECOVERIES } from '@proofmark/domain/event-kind'
import type { ItemRead } from '@proofmark/domain/item'
import type { YearInterval } from '@proofmark/domain/year'
import { agreeing, BROUGHT_BY, bitsOfDegree, differing } from './agreement.ts'
import { contradictionOf, type DatedEvent } from './event-order.ts'
import type { Line } from './line.ts'
import type { Shares, WordAgreement } from './model.ts'
import {
  crossedIn,
  type Degree,
  placesAgree,
  WORD_FIELDS,
  type Worded,
  type WordField,
  wordDegrees,
  yearDegree,
  yearsWide,
} from './word-degrees.ts'

export type { Worded } from './word-degrees.ts'

/** What is said of an item beside its marks: its words, and what happened to it where that is known. */
export type Told = Worded & { readonly event?: DatedEvent | null }

type Degrees = Readonly<Record<WordField, Degree | null>>

function wordLine(
  field: WordField,
  query: Worded,
  record: Worded,
  degrees: Degrees,
  agreement: WordAgreement | undefined,
): Line | null {
  const degree = degrees[field]
  const [one, other] = [query[field], record[field]]
  if (degree === null || !one || !other || !agreement) return null
  const parameters = { query: one.stated ?? one.name ?? '', record: other.name ?? other.stated ?? '' }
  const brings = BROUGHT_BY[field]
  const beside = brings !== undefined && degrees[brings] === 'same'
  const id = `evidence.${field}.${degree === 'near' ? 'differs' : degree}`
  return { field, bits: bitsOfDegree(degree, agreement, beside), message: { id, parameters } }
}

/**
 * One writes the other's importer as the maker: weak evidence for, where it is not told by importers that agree, and said of
 * the makes where both are known.
 */
function crossedLine(query: Worded, record: Worded, degrees: Degrees, { crossed }: Shares): Line | null {
  const side = crossedIn(query, record)
  if (side === null || degrees.make !== null) return null
  const { make, importer } = side === 'query' ? record : query
  const named = (word: Worded['make'] | undefined) => word?.name ?? word?.stated ?? ''
  const bits = degrees.importer !== 'same' && crossed ? agreeing(crossed) : 0
  if (query.make.code !== null && record.make.code !== null) {
    const parameters = { importer: named(importer), maker: named(make) }
    return { field: 'make', bits, message: { id: 'evidence.make.importer', parameters } }
  }
  if (bits === 0) return null
  return {
    field: 'importer',
    bits,
    message: { id: 'evidence.importer.crossed', parameters: { importer: named(importer) } },
  }
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

function placeLine({ place: query = null, ...one }: Told, { place: record = null, ...other }: Told, shares: Shares) {
  const same = placesAgree(query, record)
  const agreement = one.event && other.event ? toldPlace(one.event, other.event, shares) : shares.place
  if (same === null || !agreement) return null
  const id = `evidence.place.${same ? 'same' : 'differs'}`
  const parameters = { query: query ?? '', record: record ?? '' }
  const line: Line = {
    field: 'place',
    bits: same ? agreeing(agreement) : differing(agreement),
    message: { id, parameters },
  }
  return line
}

/** Two reports of one recovery name its place; where it was stolen and where its holder lives have less to do with it. */
const toldPlace = (one: DatedEvent, other: DatedEvent, { toldPlace: shares }: Shares) =>
  RECOVERIES.has(one.kind) && RECOVERIES.has(other.kind) ? shares?.recoveries : shares?.others

/** Only ever against: that events can follow each other says nothing. */
function orderLine(query: Told, record: Told, { order }: Shares): Line | null {
  const contradiction = order ? contradictionOf(query, record) : null
  if (!order || !contradiction) return null
  const { kind, ...parameters } = contradiction
  const bits = differing(kind === 'year' ? order.year : order.event)
  return { field: 'order', bits, message: { id: `evidence.order.${kind}`, parameters } }
}

/** The lines of the balance for all that is stated in words, years and dates. */
export function wordLines(query: Told, record: Told, shares: Shares): Line[] {
  const degrees = wordDegrees(query, record)
  return [
    crossedLine(query, record, degrees, shares),
    ...WORD_FIELDS.map((field) => wordLine(field, query, record, degrees, shares[field])),
    yearLine(query.year, record.year, shares),
    placeLine(query, record, shares),
    orderLine(query, record, shares),
  ].filter((line) => line !== null)
}
