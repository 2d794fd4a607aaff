import { readSheet } from 'read-excel-file/universal'
import type { ByteReader } from './byte-reader.ts'
import { cellText, numberText } from './cell-text.ts'
import { ROW_LIMIT } from './file-row.ts'
import type { RawTable } from './raw-table.ts'
import { storedZip } from './stored-zip.ts'
import { TableFault } from './table-fault.ts'
import type { AskedForm } from './table-form.ts'
import { findSheet, isPart, type SheetParts } from './workbook-parts.ts'
import { inflateEntries, listEntries } from './zip-archive.ts'

/** The largest workbook, compressed, and the most rows of a sheet below its heading. */
const WORKBOOK_LIMIT_BYTES = 50 * 1024 * 1024
const WORKBOOK_ROWS = 50_000
/** The most characters of a sheet: one long text may stand in every cell and be kept in the workbook once. */
const SHEET_LIMIT = 256 * 1024 * 1024
const BATCH_ROWS = 500

type Row = readonly unknown[]

async function takeAll(sample: Buffer, rest: ByteReader): Promise<Buffer> {
  const parts: Uint8Array[] = [sample]
  let size = sample.length
  for (let bytes = await rest.next(); bytes !== null; bytes = await rest.next()) {
    size += bytes.length
    if (size > WORKBOOK_LIMIT_BYTES) throw new TableFault('workbook_too_large')
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

/**
 * The rows of a sheet by read-excel-file. It never sees the archive that came, only one that we wrote from what we
 * inflated: two readers of one hostile archive need not agree on what it holds.
 */
async function readRows({ contents, number }: SheetParts): Promise<readonly Row[]> {
  try {
    const rows = await readSheet(storedZip(contents), number, { trim: false, parseNumber: numberText })
    return Array.isArray(rows) ? (rows as readonly Row[]) : []
  } catch (cause) {
    throw new TableFault('workbook_damaged', 0, cause)
  }
}

const isFilled = (row: Row): boolean => row.some((cell) => cell !== null && cell !== '')

function checkRows(rows: readonly Row[], heading: number | undefined): void {
  // The heading is one row more, and what stands above it was not counted by whoever wrote it.
  let filled = 0
  for (const [index, row] of rows.entries()) {
    if (index + 1 >= (heading ?? 1) && isFilled(row) && ++filled > WORKBOOK_ROWS + 1) {
      throw new TableFault('too_many_rows', index + 1)
    }
  }
}

async function* batchesOf(rows: readonly Row[]): AsyncGenerator<string[][]> {
  let batch: string[][] = []
  let size = 0
  let total = 0
  for (const [index, row] of rows.entries()) {
    const cells = row.map(cellText)
    const length = cells.reduce((sum, cell) => sum + cell.length, 0)
    size += length
    total += length
    const reason = length > ROW_LIMIT ? 'row_too_long' : total > SHEET_LIMIT ? 'zip_too_large' : null
    if (batch.length === BATCH_ROWS || size > ROW_LIMIT || reason !== null) {
      yield batch
      batch = []
      size = length
    }
    if (reason !== null) throw new TableFault(reason, index + 1)
    batch.push(cells)
  }
  yield batch
}

/** Opens a workbook (.xlsx), of which the sample are the first bytes. Throws a TableFault, or SheetUnknown. */
export async function readWorkbook(sample: Buffer, rest: ByteReader, asked: AskedForm): Promise<RawTable> {
  const entries = listEntries(await takeAll(sample, rest))
  const parts = findSheet(inflateEntries(entries, isPart), asked.sheet)
  const rows = await readRows(parts)
  checkRows(rows, asked.heading)
  return {
    form: () => ({ kind: 'xlsx', sheet: parts.sheet, sheets: parts.sheets }),
    rows: batchesOf(rows),
  }
}
