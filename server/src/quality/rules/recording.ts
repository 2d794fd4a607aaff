import { MEASURES, type Measure } from '@proofmark/contract/quality-words'
import { type ChangePoint, changePoints, type MonthCount } from './change-points.ts'

/** What a source records of one month; of records whose month is not known, by none. */
export interface MonthRow {
  /** Its first day. */
  readonly month: string | null
  readonly records: number
  readonly no_serial: number
  readonly no_make: number
  readonly no_model: number
  readonly no_calibre: number
  /** Records with a text that no table knows. */
  readonly unread: number
  /** Records with a usable number, and of these those of digits alone and those that read as case numbers. */
  readonly numbered: number
  readonly digits_alone: number
  readonly case_numbers: number
  /** Whole serials by their length. */
  readonly lengths: ReadonlyMap<number, number>
}

export interface SourceMonths {
  readonly id: string
  readonly name: string
  readonly agency: string
  readonly months: readonly MonthRow[]
}

/** When a source began to record otherwise: shares, but of lengths of serials the commonest before and after. */
export interface Change extends ChangePoint {
  readonly measure: Measure
}

/** What is to be said of a source as a whole. */
export type SourceNote = { readonly id: 'all_missing'; readonly measure: Measure } | { readonly id: 'case_numbers' }

export interface Recording {
  readonly source: Pick<SourceMonths, 'id' | 'name' | 'agency'>
  readonly records: number
  readonly shares: readonly { readonly measure: Measure; readonly share: number }[]
  readonly lengths: readonly { readonly length: number; readonly share: number }[]
  readonly notes: readonly SourceNote[]
  readonly changes: readonly Change[]
}

type Counted = Exclude<Measure, 'serial_length'>

/** Of what a measure is a share: of the records, or of those with a number. */
const OF: Readonly<Record<Counted, 'records' | 'numbered'>> = {
  no_serial: 'records',
  no_make: 'records',
  no_model: 'records',
  no_calibre: 'records',
  unread: 'records',
  digits_alone: 'numbered',
}
const COUNTED = MEASURES.filter((measure): measure is Counted => measure !== 'serial_length')
const MISSING: readonly Counted[] = ['no_serial', 'no_make', 'no_model', 'no_calibre']

/** Of fewer records nothing is said as of a whole. */
const LEAST_RECORDS = 10
/** Lengths that are commonest are watched; the others are too rare to tell. */
const WATCHED_LENGTHS = 4

const sum = (months: readonly MonthRow[], of: (month: MonthRow) => number): number =>
  months.reduce((all, month) => all + of(month), 0)

const dated = (months: readonly MonthRow[]) =>
  months.flatMap((row) => (row.month === null ? [] : [{ ...row, month: row.month }]))

function commonest(months: readonly MonthRow[]): { readonly length: number; readonly share: number }[] {
  const counts = new Map<number, number>()
  for (const { lengths } of months)
    for (const [length, records] of lengths) counts.set(length, (counts.get(length) ?? 0) + records)
  const all = [...counts.values()].reduce((total, records) => total + records, 0)
  return [...counts]
    .map(([length, records]) => ({ length, share: records / all }))
    .sort((a, b) => b.share - a.share || a.length - b.length)
}

const whole = ({ lengths }: MonthRow) => [...lengths.values()].reduce((all, records) => all + records, 0)

/** When serials got another length: where the share of one changed and another is the commonest from then on. */
function lengthChanges(months: readonly (MonthRow & { readonly month: string })[], tests: number): Change[] {
  const watched = commonest(months).slice(0, WATCHED_LENGTHS)
  const found = watched.flatMap(({ length }) => {
    const series = months.map(
      (row): MonthCount => ({
        month: row.month,
        records: whole(row),
        so: row.lengths.get(length) ?? 0,
      }),
    )
    return changePoints(series, { tests })
  })
  const starts = [...new Set(found.map(({ from }) => from))].sort()
  return starts.flatMap((from, at): Change[] => {
    const before = months.filter(({ month }) => month < from && month >= (starts[at - 1] ?? ''))
    const after = months.filter(
      ({ month }) => month >= from && (starts[at + 1] === undefined || month < starts[at + 1]!),
    )
    const [was, is] = [commonest(before)[0]?.length, commonest(after)[0]?.length]
    if (was === undefined || is === undefined || was === is) return []
    const z = Math.max(...found.filter((change) => change.from === from).map((change) => Math.abs(change.z)))
    return [{ measure: 'serial_length', from, before: was, after: is, z }]
  })
}

function notesOf(months: readonly MonthRow[]): SourceNote[] {
  const records = sum(months, (month) => month.records)
  const numbered = sum(months, (month) => month.numbered)
  const missing =
    records < LEAST_RECORDS ? [] : MISSING.filter((measure) => sum(months, (month) => month[measure]) === records)
  const cases = numbered >= LEAST_RECORDS && sum(months, (month) => month.case_numbers) > numbered / 2
  return [
    ...missing.map((measure) => ({ id: 'all_missing' as const, measure })),
    ...(cases ? [{ id: 'case_numbers' as const }] : []),
  ]
}

/** How a source records, when it began to record otherwise, and what is to be said of it as a whole. */
export function recordingOf({ months, ...source }: SourceMonths): Recording {
  const series = dated(months)
  const tests = COUNTED.length + WATCHED_LENGTHS
  const changes = COUNTED.flatMap((measure) =>
    changePoints(
      series.map((row) => ({ month: row.month, records: row[OF[measure]], so: row[measure] })),
      { tests },
    ).map((change): Change => ({ ...change, measure })),
  )
  return {
    source,
    records: sum(months, (month) => month.records),
    shares: COUNTED.flatMap((measure) => {
      const of = sum(months, (month) => month[OF[measure]])
      return of === 0 ? [] : [{ measure, share: sum(months, (month) => month[measure]) / of }]
    }),
    lengths: commonest(months).slice(0, WATCHED_LENGTHS),
    notes: notesOf(months),
    changes: [...changes, ...lengthChanges(series, tests)].sort((a, b) =>
      a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
    ),
  }
}
