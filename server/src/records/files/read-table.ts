import type { ByteReader } from './byte-reader.ts'
import type { ParserMessage, RowBatch } from './parser-messages.ts'
import type { RawTable } from './raw-table.ts'
import { readCsv } from './read-csv.ts'
import { TableFault } from './table-fault.ts'
import type { AskedForm } from './table-form.ts'
import { fitRow, type Heading, isBlank, readHeading } from './table-heading.ts'
import { SAMPLE_BYTES } from './text-form.ts'

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, position) => bytes[position] === byte)

/** The local header of a ZIP archive, which an .xlsx is (APPNOTE.TXT 4.3.7). */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** A compound file: an .xls, or a workbook under a password (MS-CFB 2.2). */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** What the bytes are decides, whatever the file is called. */
async function openRaw(bytes: ByteReader, asked: AskedForm): Promise<RawTable> {
  const sample = await bytes.take(SAMPLE_BYTES)
  if (sample.length === 0) throw new TableFault('empty')
  if (startsWith(sample, COMPOUND_FILE)) throw new TableFault('old_spreadsheet')
  if (!startsWith(sample, ZIP)) return readCsv(sample, bytes, asked)
  // Loaded only when needed: most files are CSV, and the start of the parser is waited for.
  const { readWorkbook } = await import('./read-workbook.ts')
  return readWorkbook(sample, bytes, asked)
}

function emptyBatch() {
  return { kind: 'rows', places: [] as number[], rows: [] as (readonly string[])[], found: [] as number[] } as const
}

/**
 * Reads a table: what is known at its heading, its rows in batches, its end. Blank rows are left out and counted.
 * Throws a TableFault, or SheetUnknown.
 */
export async function* readTable(source: ByteReader, asked: AskedForm): AsyncGenerator<ParserMessage> {
  const raw = await openRaw(source, asked)
  let heading: Heading | null = null
  let place = 0
  for await (const rows of raw.rows) {
    const batch = emptyBatch()
    for (const cells of rows) {
      place++
      if (heading === null) {
        if (asked.heading === undefined ? isBlank(cells) : place < asked.heading) continue
        if (isBlank(cells)) throw new TableFault('heading_missing', place)
        heading = readHeading(cells, place)
        yield { kind: 'opened', form: raw.form(), headings: heading.headings }
      } else if (!isBlank(cells)) {
        const row = fitRow(cells, heading)
        batch.places.push(place)
        batch.rows.push(row.cells)
        batch.found.push(row.found)
      }
    }
    if (batch.rows.length > 0) yield batch satisfies RowBatch
  }
  if (heading === null) throw asked.heading ? new TableFault('heading_missing', asked.heading) : new TableFault('empty')
  yield { kind: 'end', form: raw.form() }
}
