import { FILE_FAULTS, type FileFault } from '@proofmark/contract/file-faults'
import type { AskedForm, TableForm } from './table-form.ts'

/** What the parser is started with, before the bytes of the file. */
export interface ParserRequest {
  readonly asked: AskedForm
  /** Megabytes that the parser's process may hold in all. */
  readonly memory: number
}

/** What the parser says, in this order: the table's head, its rows in batches, its end; or why there is no table. */
export type ParserMessage =
  | { readonly kind: 'opened'; readonly form: TableForm; readonly headings: readonly string[] }
  | RowBatch
  | { readonly kind: 'end'; readonly form: TableForm }
  | { readonly kind: 'fault'; readonly reason: FileFault; readonly row: number }
  | { readonly kind: 'sheet_unknown'; readonly sheets: readonly string[] }

/** Rows as they stand: their places, their cells by column, and how many cells each was found to have. */
export interface RowBatch {
  readonly kind: 'rows'
  readonly places: readonly number[]
  readonly rows: readonly (readonly string[])[]
  readonly found: readonly number[]
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isList = <Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[] =>
  Array.isArray(value) && value.every(isItem)
const isRow = (value: unknown): value is string[] => isList(value, isText)

function isForm(value: unknown): value is TableForm {
  const form = value as Partial<Record<string, unknown>> | null
  if (form?.kind === 'csv') return isText(form.encoding) && isText(form.delimiter)
  return form?.kind === 'xlsx' && isText(form.sheet) && isList(form.sheets, isText)
}

function isBatch({ places, rows, found }: Partial<Record<string, unknown>>): boolean {
  return (
    isList(rows, isRow) &&
    isList(places, isCount) &&
    isList(found, isCount) &&
    places.length === rows.length &&
    found.length === rows.length
  )
}

/**
 * What came from the parser's process, if it is a message. A parser that a hostile file has taken over could say
 * anything, so nothing is believed by its looks.
 */
export function parserMessage(value: unknown): ParserMessage | null {
  if (typeof value !== 'object' || value === null) return null
  const message = value as Partial<Record<string, unknown>>
  const { kind } = message
  const valid =
    (kind === 'opened' && isForm(message.form) && isList(message.headings, isText)) ||
    (kind === 'rows' && isBatch(message)) ||
    (kind === 'end' && isForm(message.form)) ||
    (kind === 'fault' && FILE_FAULTS.some((each) => each === message.reason) && isCount(message.row)) ||
    (kind === 'sheet_unknown' && isList(message.sheets, isText))
  return valid ? (value as ParserMessage) : null
}
