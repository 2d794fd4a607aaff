import { BROUGHT_BY } from '../agreement.ts'
import { LEAST_SHARE } from '../learning/shrunk.ts'
import type { DegreeShares, LearnedAgreement, Shares } from '../model.ts'
import { isSourcePair } from '../source-pair.ts'
import type { WordField } from '../word-degrees.ts'
import {
  byName,
  exactly,
  listOf,
  numberWithin,
  object,
  orNull,
  type Read,
  refuse,
  share,
  textOf,
  whole,
} from './reading.ts'

export const FORMAT = 'proofmark-model'
/** The first format knew of neither importer, order nor the places of two records: a model of it says nothing of them. */
export const FORMAT_VERSIONS = [1, 2] as const
export type FormatVersion = (typeof FORMAT_VERSIONS)[number]

/** How far a sum of rounded shares may be from one. */
const ROUNDING = 1e-4

const near = (sum: number, wanted: number) => Math.abs(sum - wanted) <= ROUNDING

const degreeShare = numberWithin(LEAST_SHARE / 10, 1)
const degrees = object({ same: degreeShare, compatible: degreeShare, near: degreeShare, differs: degreeShare })

function sharesOfOne(read: typeof degrees): typeof degrees {
  return (value, path) => {
    const shares = read(value, path)
    const sum = Object.values(shares).reduce((total, each) => total + each, 0)
    return near(sum, 1) ? shares : refuse(path, sum, 'shares that sum to 1')
  }
}
const sides: Read<DegreeShares> = object({ m: sharesOfOne(degrees), u: sharesOfOne(degrees) })

function word(field: WordField): Read<LearnedAgreement> {
  const beside: Read<DegreeShares | null> = BROUGHT_BY[field]
    ? sides
    : (value, path) => (value === null ? null : refuse(path, value, 'null'))
  return object({ m: sharesOfOne(degrees), u: sharesOfOne(degrees), beside })
}

const agreement = object({ m: share, u: share })
const yearShares = object({ m: share, u: share, near: agreement })
const year: typeof yearShares = (value, path) => {
  const shares = yearShares(value, path)
  for (const side of ['m', 'u'] as const)
    if (shares[side] + shares.near[side] >= 1)
      return refuse(`${path}.near.${side}`, shares.near[side], `less than what ${path}.${side} leaves of 1`)
  return shares
}

const DAMAGES = {
  kept: share,
  confused: share,
  substituted: share,
  added: share,
  leftOut: share,
  transposed: share,
  frontMissing: share,
  backMissing: share,
  zeros: share,
  embedded: share,
  byOtherScript: share,
  turned: share,
} as const
const markShares = object({
  ...DAMAGES,
  unrelated: share,
  keptWhereLost: share,
  further: numberWithin(1e-6, 1),
  ownPart: share,
})
const mark: typeof markShares = (value, path) => {
  const shares = markShares(value, path)
  const sum = (Object.keys(DAMAGES) as (keyof typeof DAMAGES)[]).reduce((total, name) => total + shares[name], 0)
  return sum <= 1 + ROUNDING ? shares : refuse(path, sum, 'shares that sum to at most 1')
}

const later = {
  importer: word('importer'),
  crossed: agreement,
  toldPlace: object({ recoveries: agreement, others: agreement }),
  order: object({ event: agreement, year: agreement }),
}
const shares: Read<Shares> = object(
  {
    mark,
    make: word('make'),
    model: word('model'),
    calibre: word('calibre'),
    type: word('type'),
    country: word('country'),
    year,
    place: agreement,
  },
  later,
)

/** The first format that can hold a content. */
export function formatVersionOf({ shares: all, between }: Pick<ModelContent, 'shares' | 'between'>): FormatVersion {
  const names = Object.keys(later) as (keyof typeof later)[]
  return [all, ...Object.values(between)].some((each) => names.some((name) => each[name] !== undefined)) ? 2 : 1
}

const pairs = <Value>(read: Read<Value>) => byName(isSourcePair, 'two kinds of source, as register+seizure', read)
const figure = numberWithin(0, 1)
const bits = numberWithin(-1e9, 1e9)
const day = textOf(/^\d{4}-\d{2}-\d{2}$/, 'a day as 2026-11-29')
/** No control characters, and nothing that turns a line round. */
const name = textOf(/^[^\p{C}]{1,200}$/u, 'a text of 1 to 200 characters')
const moment = textOf(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'a moment as 2026-11-29T12:00:00.000Z')

const from = object({ records: whole, candidates: whole, same: whole, taught: whole, random: whole })
const learned = object({
  on: day,
  /** The version of the tables by which the items were read. */
  tables: whole,
  /** The model that it began from. */
  start: textOf(/^[\w.-]{1,60}$/, 'the version of a model'),
  from: pairs(from),
  recorded: pairs(figure),
})
const figures = object({
  records: whole,
  candidates: whole,
  likelihood: object({ before: bits, after: bits }),
  thresholds: listOf(object({ from: figure, precision: orNull(figure), recall: orNull(figure) }), 10),
  calibration: listOf(object({ from: figure, to: figure, pairs: whole, same: whole }), 20),
})

/** What its version is made of: another word of it is another model. */
export const readContent = object({
  recorded: share,
  shares,
  between: pairs(shares),
  learned,
  figures,
})
export type ModelContent = ReturnType<typeof readContent>

export const readApproval = object({ by: name, agency: orNull(name), at: moment })
export type Approval = ReturnType<typeof readApproval>

export const VERSION = /^m-[0-9a-f]{16}$/

/** The whole file. `sum` is over all the rest, so that a slip of the pen does not pass; it is no signature. */
export const readEnvelope = object({
  format: exactly(FORMAT),
  formatVersion: numberWithin(1, 2),
  version: textOf(VERSION, 'the version of a learned model'),
  content: readContent,
  approvals: listOf(readApproval, 100),
  sum: textOf(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'),
})
