import { EVENT_KINDS, type EventKind, isEventKind } from '@proofmark/domain/event-kind'
import { asciiDigit } from '@proofmark/domain/fold'
import type { ItemRead } from '@proofmark/domain/item'
import { MARK_STATES } from '@proofmark/domain/marking'
import { type DateContext, readPartialDate } from '@proofmark/domain/partial-date'
import type { RowKind } from '@proofmark/domain/row-kind'
import { SOURCE_TRAITS, type SourceKind } from '@proofmark/domain/source-kind'
import type { Vocabulary } from '@proofmark/domain/vocabulary'
import { keyedHash } from './keyed-hash.ts'
import type { KeyedMappedRow, MappedItem, MappedRow, PersonValue } from './mapped-row.ts'
import { readStated } from './read-stated.ts'

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

/** A row that came back, whole. */
export interface RejectedRow extends Reject {
  readonly cells: Readonly<Record<string, string>>
}

/** When, as the source says and as the days between two; both days null where it is not known. */
export interface StatedDate {
  readonly stated: string | null
  readonly from: string | null
  readonly to: string | null
}

/** One assertion that can go in: what was said, and what the tables read. */
export interface ReadRow {
  /** The source's key, with the item's place where the row speaks of several. */
  readonly key: string
  /** Keyed hash of all that the row says of this item. */
  readonly hash: Buffer
  readonly rowKind: RowKind
  readonly event: EventKind
  readonly date: StatedDate
  /** Until when it holds: a licence's end. */
  readonly until: StatedDate
  /** When it was told to whoever wrote it down. */
  readonly reported: StatedDate
  readonly quantity: number | null
  readonly stated: Readonly<Record<string, string>>
  readonly raw: Readonly<Record<string, string>>
  readonly persons: readonly PersonValue[]
  /** What is known not to be known, and why; a file says that by words in its cells. */
  readonly notKnown?: Readonly<Record<string, string>>
  readonly item: ItemRead
}

/** What is the same for every row of an import. */
export interface RowSettings {
  readonly sourceKind: SourceKind
  readonly rowKind: RowKind
  /** How the source writes days and months. */
  readonly dates: DateContext
  /** No event happened after this day. */
  readonly today: string
  readonly secret: Buffer
  readonly vocabulary: Vocabulary
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

/** Characters that turn what follows them round: a mark that holds one is not what it looks like. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/
const TURNINGS = new RegExp(TURNING.source, 'g')

const shown = (value: string) =>
  value.replace(TURNINGS, (one) => `[U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)

function cellProblem(cells: Cells): RowProblem | null {
  for (const column in cells) {
    const value = cells[column]!
    if (value.length > CELL_LIMIT) return problem(column, value, 'cell_too_long', { limit: CELL_LIMIT })
    if (value.includes('\0')) return problem(column, value.replaceAll('\0', '␀'), 'cell_with_nul')
  }
  return null
}

/** What decoding puts where bytes are no character. */
const REPLACEMENT = '\uFFFD'

function textProblem(column: string, value: string): RowProblem | null {
  if (TURNING.test(value)) return problem(column, shown(value), 'hidden_character')
  return value.includes(REPLACEMENT) ? problem(column, value, 'unreadable_character') : null
}

function statedProblem(stated: Cells): RowProblem | null {
  for (const column in stated) {
    const wrong = textProblem(column, stated[column]!)
    if (wrong) return wrong
  }
  return null
}

function keyProblem(key: string): RowProblem | null {
  if (key === '') return problem('id', '', 'key_missing')
  if (key.length > KEY_LIMIT) return problem('id', key, 'key_too_long', { limit: KEY_LIMIT })
  return textProblem('id', key)
}

function readEvent(stated: string | undefined, kind: SourceKind): EventKind | RowProblem {
  const word = stated?.trim().toLowerCase() ?? ''
  if (word === '') return SOURCE_TRAITS[kind].event
  if (isEventKind(word)) return word
  return problem('event', stated ?? '', 'event_unknown', { accepted: EVENT_KINDS.join(', ') })
}

const NOT_STATED: StatedDate = { stated: null, from: null, to: null }

function readDate(field: string, stated: string | undefined, context: DateContext): StatedDate | RowProblem {
  const text = stated?.trim() ?? ''
  if (text === '') return NOT_STATED
  const read = readPartialDate(text, context)
  if (read.ok) return { stated: text, ...read.date }
  return {
    ...problem(field, text, read.problem.id),
    accepted: { id: 'reject.date.accepted', parameters: { accepted: read.problem.accepted } },
  }
}

/** A number of items: whole, and at least one, since what is not known is left blank and never zero. */
function readQuantity(stated: string | undefined): number | null | RowProblem {
  const text = [...(stated?.trim() ?? '')].map((one) => asciiDigit(one) ?? one).join('')
  if (text === '') return null
  return /^0*[1-9]\d{0,11}$/.test(text) ? Number(text) : problem('quantity', stated ?? '', 'quantity')
}

function stateProblem(stated: string | undefined): RowProblem | null {
  const word = stated?.trim() ?? ''
  if (word === '' || (MARK_STATES as readonly string[]).includes(word)) return null
  return problem('serial_state', word, 'state_unknown', { accepted: MARK_STATES.join(', ') })
}

const isProblemIn = <Value>(value: Value | RowProblem): value is RowProblem =>
  typeof value === 'object' && value !== null && 'reason' in value

type Assertion = Pick<ReadRow, 'event' | 'date' | 'until' | 'reported' | 'quantity' | 'item'>

/** Reads what is stated of one item by our standard columns; the first thing wrong with it, where something is. */
export function readAssertion(stated: Cells, settings: RowSettings): Assertion | RowProblem {
  const wrong = statedProblem(stated) ?? stateProblem(stated.serial_state)
  if (wrong) return wrong
  const event = readEvent(stated.event, settings.sourceKind)
  if (isProblemIn(event)) return event
  const date = readDate('date', stated.date, settings.dates)
  if (isProblemIn(date)) return date
  if (date.from !== null && date.from > settings.today)
    return problem('date', date.stated ?? '', 'date_in_future', { today: settings.today })
  const until = readDate('until', stated.until, settings.dates)
  if (isProblemIn(until)) return until
  const reported = readDate('reported', stated.reported, settings.dates)
  if (isProblemIn(reported)) return reported
  const quantity = readQuantity(stated.quantity)
  if (isProblemIn(quantity)) return quantity
  return { event, date, until, reported, quantity, item: readStated(stated, settings.rowKind, settings.vocabulary) }
}

/** Texts with their lengths before them, so that no two lists of texts look alike when they are put together. */
function together(kind: string, texts: Cells): string {
  let all = ''
  for (const name in texts) {
    const value = texts[name]!
    all += `\0${kind}${name.length}:${name}${value.length}:${value}`
  }
  return all
}

/** Over all that the row says of one of its items, in the file's order. */
function hashOf(row: MappedRow, { position, stated }: MappedItem, { rowKind, secret }: RowSettings): Buffer {
  const persons = row.persons.map(({ field, role, value }) => together(`person ${role} `, { [field]: value })).join('')
  return keyedHash(
    secret,
    `assertion ${rowKind} ${position ?? ''}${together('raw ', row.raw)}${together('stated ', stated)}${persons}`,
  )
}

/**
 * Reads one row of a file as the assertions that it makes, one for each of its items. What cannot be read of an item
 * stays as stated; only what would make the record false or impossible to keep sends the row back whole: a date that is
 * none, an event that no list knows, a quantity of nothing, a character that hides what stands there, a cell beyond all
 * bounds.
 */
export function readRow(row: KeyedMappedRow, settings: RowSettings): readonly ReadRow[] | RowProblem {
  const wrong = cellProblem(row.raw) ?? personProblem(row) ?? keyProblem(row.key)
  if (wrong) return wrong
  const read: ReadRow[] = []
  for (const item of row.items) {
    const assertion = readAssertion(item.stated, settings)
    if ('reason' in assertion) return assertion
    read.push({
      ...assertion,
      key: item.position === null ? row.key : `${row.key}/${item.position}`,
      hash: hashOf(row, item, settings),
      rowKind: settings.rowKind,
      stated: item.stated,
      raw: row.raw,
      persons: row.persons,
    })
  }
  return read
}

function personProblem({ persons }: MappedRow): RowProblem | null {
  for (const { field, value } of persons) {
    const wrong = cellProblem({ [field]: value })
    if (wrong) return wrong
  }
  return null
}

/** Did the row come back? */
export const isProblem = (outcome: readonly ReadRow[] | RowProblem): outcome is RowProblem => 'reason' in outcome
