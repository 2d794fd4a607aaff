import { EVENT_KINDS, type EventKind, isEventKind } from '@proofmark/domain/event-kind'
import type { ItemRead } from '@proofmark/domain/item'
import { readPartialDate } from '@proofmark/domain/partial-date'
import { readItem } from '@proofmark/domain/read-item'
import { SOURCE_TRAITS, type SourceKind } from '@proofmark/domain/source-kind'
import { contentHash } from './content-hash.ts'
import { ITEM_COLUMNS, KEY_COLUMN, PERSON_COLUMNS } from './standard-columns.ts'

/** The longest key and cell that are taken; what is longer comes back with the row. */
export const KEY_LIMIT = 200
export const CELL_LIMIT = 20_000

/** Why a row came back: the field, its value, a message, and what would be accepted. */
export interface RowProblem {
  readonly field: string
  readonly value: string
  readonly reason: { readonly id: string; readonly parameters: Readonly<Record<string, string | number>> }
  readonly accepted: { readonly id: string; readonly parameters: Readonly<Record<string, string | number>> }
}

/** A row that came back, with its place in the file; row 1 is the heading. */
export interface Reject extends RowProblem {
  readonly row: number
}

export interface PersonValue {
  readonly field: string
  readonly role: string
  readonly value: string
}

/** A row that can go in: what was said, and what the tables read. */
export interface ReadRow {
  readonly key: string | null
  readonly hash: Buffer
  readonly event: EventKind
  readonly date: { readonly stated: string | null; readonly from: string | null; readonly to: string | null }
  readonly stated: Readonly<Record<string, string>>
  readonly raw: Readonly<Record<string, string>>
  readonly persons: readonly PersonValue[]
  readonly item: ItemRead
}

export interface RowColumns {
  /** Heading of the file → standard column. */
  readonly recognised: ReadonlyMap<string, string>
  readonly sourceKind: SourceKind
  /** No event happened after this day. */
  readonly today: string
  readonly secret: Buffer
}

type Cells = Readonly<Record<string, string>>

const problem = (
  field: string,
  value: string,
  what: string,
  parameters: Record<string, string | number> = {},
): RowProblem => ({
  field,
  value: value.slice(0, 200),
  reason: { id: `reject.${what}`, parameters },
  accepted: { id: `reject.${what}.accepted`, parameters },
})

function cellProblem(cells: Cells): RowProblem | null {
  for (const [column, value] of Object.entries(cells)) {
    if (value.length > CELL_LIMIT) return problem(column, value, 'cell_too_long', { limit: CELL_LIMIT })
    if (value.includes('\0')) return problem(column, value.replaceAll('\0', '␀'), 'cell_with_nul')
  }
  return null
}

function readEvent(stated: string | undefined, kind: SourceKind): EventKind | RowProblem {
  const word = stated?.trim().toLowerCase() ?? ''
  if (word === '') return SOURCE_TRAITS[kind].event
  if (isEventKind(word)) return word
  return problem('event', stated ?? '', 'event_unknown', { accepted: EVENT_KINDS.join(', ') })
}

function readDate(stated: string | undefined): ReadRow['date'] | RowProblem {
  const text = stated?.trim() ?? ''
  if (text === '') return { stated: null, from: null, to: null }
  const read = readPartialDate(text)
  if (read.ok) return { stated: text, ...read.date }
  return {
    ...problem('date', text, read.problem.id),
    accepted: { id: 'reject.date.accepted', parameters: { accepted: read.problem.accepted } },
  }
}

function statedItem(stated: Cells) {
  const columns = [...ITEM_COLUMNS, 'part'].filter((column) => (stated[column] ?? '') !== '')
  return Object.fromEntries(columns.map((column) => [column, stated[column] ?? '']))
}

/** The row without its persons, by the file's own headings and by the standard columns; and the persons. */
function separate(cells: Cells, recognised: ReadonlyMap<string, string>) {
  const raw: Record<string, string> = Object.create(null)
  const stated: Record<string, string> = {}
  const persons: PersonValue[] = []
  for (const [heading, value] of Object.entries(cells)) {
    const column = recognised.get(heading)
    const role = column === undefined ? undefined : PERSON_COLUMNS[column]
    if (role !== undefined) {
      if (value !== '') persons.push({ field: heading, role, value })
      continue
    }
    raw[heading] = value
    if (column !== undefined && column !== KEY_COLUMN && value !== '') stated[column] = value
  }
  return { raw, stated, persons }
}

/**
 * Reads one row of a file. What cannot be read of the item stays as stated; only what would make the record false or
 * impossible to keep sends the row back: a date that is none, an event that no list knows, a cell beyond all bounds.
 */
export function readRow(cells: Cells, { recognised, sourceKind, today, secret }: RowColumns): ReadRow | RowProblem {
  const wrongCell = cellProblem(cells)
  if (wrongCell) return wrongCell
  const keyHeading = [...recognised].find(([, column]) => column === KEY_COLUMN)?.[0]
  const key = keyHeading === undefined ? null : (cells[keyHeading] ?? '').trim()
  if (key === '') return problem(KEY_COLUMN, '', 'key_missing')
  if (key !== null && key.length > KEY_LIMIT) return problem(KEY_COLUMN, key, 'key_too_long', { limit: KEY_LIMIT })
  const { raw, stated, persons } = separate(cells, recognised)
  const event = readEvent(stated.event, sourceKind)
  if (typeof event !== 'string') return event
  const date = readDate(stated.date)
  if ('reason' in date) return date
  if (date.from !== null && date.from > today) return problem('date', date.stated ?? '', 'date_in_future', { today })
  return {
    key,
    hash: contentHash(secret, cells),
    event,
    date,
    stated,
    raw,
    persons,
    item: readItem(statedItem(stated)),
  }
}

/** Did the row come back? */
export const isProblem = (outcome: ReadRow | RowProblem): outcome is RowProblem => 'reason' in outcome
