import { NO_DAY, WORD_FIELDS } from './fields.ts'
import { type PairRows, PairTable } from './pair-table.ts'
import type { Roll } from './roll.ts'
import { CIRCLE, type Field } from './slots.ts'
import { NOTHING, UNREAD } from './word-list.ts'

/** Fields whose values are counted. */
export const COUNTED_FIELDS = [...WORD_FIELDS, 'year'] as const satisfies readonly Field[]

/** In place of a value: how many entries of a circle state one that tables know. */
export const ANY_CODE = -2
/** In place of a make or model: the circle of all entries. */
export const EVERYBODY = 0

/**
 * How many entries state what: among all, among those of each make, and among those of each model. Plain data that
 * threads share. Table `3 * field + circle` counts pairs of make or model and value.
 */
export interface WordCounts {
  readonly tables: readonly PairRows[]
  /** Every year that is stated. */
  readonly years: Int32Array
  /** The days of all entries that have one, in order. */
  readonly days: Int32Array
}

/** Counts what the entries of a roll state. */
export function countWords(entries: Roll): WordCounts {
  const { words, yearFrom, day } = entries
  const tables = COUNTED_FIELDS.flatMap((field) => {
    const values = field === 'year' ? yearFrom : words[field]
    const isStated = (value: number) => (field === 'year' ? value !== 0 : value !== NOTHING)
    const circles = [new PairTable(), new PairTable(), new PairTable()] as const
    for (let entry = 0; entry < entries.length; entry++) {
      const value = values[entry]!
      if (!isStated(value)) continue
      const [make, model] = [words.make[entry]!, words.model[entry]!]
      const coded = value < UNREAD
      circles[CIRCLE.all].count(EVERYBODY, value)
      if (coded) circles[CIRCLE.all].count(EVERYBODY, ANY_CODE)
      if (make !== NOTHING) {
        circles[CIRCLE.make].count(make, value)
        if (coded) circles[CIRCLE.make].count(make, ANY_CODE)
      }
      if (model !== NOTHING) {
        circles[CIRCLE.model].count(model, value)
        if (coded) circles[CIRCLE.model].count(model, ANY_CODE)
      }
    }
    return circles.map((circle) => circle.rows())
  })
  const days = day.filter((each) => each !== NO_DAY).sort()
  const sharedDays = new Int32Array(new SharedArrayBuffer(days.byteLength))
  sharedDays.set(days)
  return { tables, years: Int32Array.from(new Set(yearFrom)).filter((year) => year !== 0), days: sharedDays }
}
