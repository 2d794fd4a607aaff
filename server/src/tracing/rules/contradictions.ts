import { calibreDistance } from '@proofmark/domain/calibre-distance'
import type { ItemRead, ReadWord } from '@proofmark/domain/item'
import { typeDistance } from '@proofmark/domain/type-distance'
import { yearDistance } from '@proofmark/domain/year'
import { boundsOf, daysOf, END, surelyBefore, wordDays } from './bounds.ts'
import type { LifeRecord } from './life-record.ts'

/** Two things that records of one item say and that cannot both be true. It is shown, and nothing is smoothed. */
export interface Contradiction {
  readonly field: 'make' | 'model' | 'calibre' | 'type' | 'year' | 'until' | 'reported' | 'making'
  readonly one: Side
  readonly other: Side
}

interface Side {
  readonly value: string
  /** Records that say so, the first of which speaks for it. */
  readonly records: readonly LifeRecord[]
}

type Field = 'make' | 'model' | 'calibre' | 'type'

/** Beyond two readings of one name. */
const OTHER_CALIBRE = 0.8
/** Nothing in common: neither the broader word nor a neighbour. */
const OTHER_TYPE = 1
/** Makers and clerks are one year apart often enough. */
const OTHER_YEAR = 1

const DIFFER: Readonly<Record<Field, (one: string, other: string) => boolean>> = {
  make: (one, other) => one !== other,
  model: (one, other) => one !== other,
  calibre: (one, other) => calibreDistance(one, other) >= OTHER_CALIBRE,
  type: (one, other) => typeDistance(one, other) >= OTHER_TYPE,
}

const shown = (field: Field, { code, name }: ReadWord): string =>
  field === 'type' ? (code ?? '') : (name ?? code ?? '')

/** Models of different makes are another contradiction, that of the makes. */
const comparable = (field: Field, one: ItemRead, other: ItemRead): boolean =>
  field !== 'model' || one.make.code === other.make.code

function inField(field: Field, records: readonly LifeRecord[]): Contradiction[] {
  const saying = records.filter(({ item }) => item[field].code !== null)
  for (const [at, one] of saying.entries()) {
    for (const other of saying.slice(at + 1)) {
      const [a, b] = [one.item[field].code!, other.item[field].code!]
      if (!comparable(field, one.item, other.item) || !DIFFER[field](a, b)) continue
      const side = (code: string, word: ReadWord): Side => ({
        value: shown(field, word),
        records: saying.filter(({ item }) => item[field].code === code),
      })
      return [{ field, one: side(a, one.item[field]), other: side(b, other.item[field]) }]
    }
  }
  return []
}

const wordYear = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? String(from) : `${from}–${to}`

function inYear(records: readonly LifeRecord[]): Contradiction[] {
  const saying = records.filter(({ item }) => item.year !== null)
  for (const [at, one] of saying.entries()) {
    const other = saying.slice(at + 1).find(({ item }) => yearDistance(item.year!, one.item.year!) > OTHER_YEAR)
    if (!other) continue
    return [
      {
        field: 'year',
        one: { value: wordYear(one.item.year!), records: [one] },
        other: { value: wordYear(other.item.year!), records: [other] },
      },
    ]
  }
  return []
}

const dated = (record: LifeRecord): string => wordDays(record.date)

/** Ends before it begins, was told before it happened. */
function withinRecord(record: LifeRecord): Contradiction[] {
  const { date, until, reported } = record
  const before = (day: string | null): boolean => day !== null && date.from !== null && day < date.from
  const sides = (value: string) => ({
    one: { value: dated(record), records: [record] },
    other: { value, records: [record] },
  })
  return [
    ...(before(until.to) ? [{ field: 'until' as const, ...sides(wordDays(until)) }] : []),
    ...(before(reported.to) ? [{ field: 'reported' as const, ...sides(wordDays(reported)) }] : []),
  ]
}

/** Something happened to it before it was made, by the year that a record gives or by the record of its making. */
function beforeMaking(records: readonly LifeRecord[]): Contradiction[] {
  for (const maker of records) {
    const year = maker.item.year?.from ?? null
    for (const event of records) {
      const bounds = boundsOf(event)
      if (bounds.latest === END || event.event === 'manufacture') continue
      const made = maker.event === 'manufacture' && surelyBefore(bounds, boundsOf(maker))
      const dated = year !== null && Number(bounds.latest.slice(0, 4)) < year - OTHER_YEAR
      if (!made && !dated) continue
      const value = made ? wordDays(daysOf(boundsOf(maker))) : wordYear(maker.item.year!)
      return [
        {
          field: 'making',
          one: { value: wordDays(daysOf(bounds)), records: [event] },
          other: { value, records: [maker] },
        },
      ]
    }
  }
  return []
}

const isWhole = ({ rowKind }: LifeRecord): boolean => rowKind === 'firearm' || rowKind === 'holding'

/** Everything that the records of one item say against each other, one contradiction a field. Never throws. */
export function contradictionsIn(records: readonly LifeRecord[]): Contradiction[] {
  const whole = records.filter(isWhole)
  return [
    ...(['make', 'model', 'calibre', 'type'] as const).flatMap((field) => inField(field, whole)),
    ...inYear(whole),
    ...beforeMaking(whole),
    ...records.flatMap(withinRecord),
  ]
}
