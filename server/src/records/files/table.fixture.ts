import { ProofmarkError } from '@proofmark/contract/errors'
import { ByteReader } from './byte-reader.ts'
import type { FileRow } from './file-row.ts'
import type { Table } from './open-table.ts'
import { readTable } from './read-table.ts'
import { TableFault } from './table-fault.ts'
import type { AskedForm, TableForm } from './table-form.ts'

export const utf8 = (text: string): Buffer => Buffer.from(text)

/** Bytes as they would come, cut into pieces of that length. */
export async function* pieces(bytes: Uint8Array, length = 65_536): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length)
}

export interface WholeTable {
  readonly form: TableForm
  readonly headings: readonly string[]
  /** Each row's place and its cells by column. */
  readonly rows: readonly (readonly [number, ...string[]])[]
  /** The places of the rows that do not fit, with the number of cells that were found. */
  readonly misfits: Readonly<Record<number, number>>
}

/** Reads a whole table in this process; a fault comes as its reason and row. */
export async function readWhole(bytes: Uint8Array, asked: AskedForm = {}, length?: number): Promise<WholeTable> {
  const rows: [number, ...string[]][] = []
  const misfits: Record<number, number> = {}
  let form: TableForm | undefined
  let headings: readonly string[] = []
  for await (const message of readTable(new ByteReader(pieces(bytes, length)), asked)) {
    if (message.kind === 'opened') headings = message.headings
    if (message.kind === 'end') form = message.form
    if (message.kind !== 'rows') continue
    for (const [index, cells] of message.rows.entries()) {
      const place = message.places[index]!
      rows.push([place, ...cells])
      if (message.found[index] !== headings.length) misfits[place] = message.found[index]!
    }
  }
  return { form: form!, headings, rows, misfits }
}

/** The fault that the reading of a file ends with, and the rows that came before it. */
export async function faultIn(bytes: Uint8Array, asked: AskedForm = {}): Promise<readonly [string, number]> {
  const failure = await readWhole(bytes, asked).then(
    () => null,
    (cause: unknown) => cause,
  )
  return failure instanceof TableFault ? [failure.reason, failure.row] : ['none', -1]
}

/** The rows of an open table. */
export async function rowsOf({ rows }: Table): Promise<FileRow[]> {
  const all: FileRow[] = []
  for await (const row of rows) all.push(row)
  return all
}

/** The reason and row of a `file_unreadable`; anything else is thrown on. */
export function unreadable(failure: unknown): readonly unknown[] {
  if (!(failure instanceof ProofmarkError) || failure.code !== 'file_unreadable') throw failure
  return [failure.parameters.reason, failure.parameters.row]
}
