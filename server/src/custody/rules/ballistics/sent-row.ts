import { BALLISTIC_ENTRIES } from '@proofmark/contract/ballistic-words'
import { invalidBy } from '@proofmark/contract/expected'
import { type BallisticRow, ballisticRow } from '@proofmark/contract/schemas/ballistic'

/** A row as it was sent, with its place in the file. */
export interface SentRow {
  readonly row: number
  readonly value: unknown
}

/** Why a row came back: what of it, and what would be accepted, by the words of `ballistic.accepted`. */
export interface RowFault {
  readonly row: number
  readonly field: string
  readonly value: string
  readonly expected: string
  readonly words?: string
  readonly limit?: number
}

export interface TypedRow<Row extends BallisticRow = BallisticRow> {
  readonly row: number
  readonly said: Row
}

const shown = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200)
}
const cellOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? (value as Readonly<Record<string, unknown>>)[field]
    : undefined

/** A row as the contract has it, or the first thing in it that does not fit. */
export function typedRow({ row, value }: SentRow): TypedRow | RowFault {
  const outcome = ballisticRow.safeParse(value)
  if (outcome.success) return { row, said: outcome.data }
  const entry = cellOf(value, 'entry')
  if (!BALLISTIC_ENTRIES.some((each) => each === entry))
    return { row, field: 'entry', value: shown(entry), expected: 'one_of', words: BALLISTIC_ENTRIES.join(', ') }
  const { parameters } = invalidBy(outcome.error)
  const { field, expected, words, limit } = parameters as Readonly<Record<string, string | number | undefined>>
  const name = String(field)
  return {
    ...{ row, field: name, value: shown(cellOf(value, name)), expected: String(expected) },
    ...(words === undefined ? {} : { words: String(words) }),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  }
}

export const isFault = (row: TypedRow | RowFault): row is RowFault => 'expected' in row
