import { setImmediate } from 'node:timers/promises'
import type { ItemRead } from '@proofmark/domain/item'
import type { KeyedRow } from '../commands/write-rows.ts'
import type { FileRow } from '../files/file-row.ts'
import { Ordinals } from '../rules/ordinals.ts'
import type { CompiledProfile } from '../rules/profile.ts'
import type { RejectedRow } from '../rules/read-row.ts'
import { isProblem, type ReadRow, type RowProblem, type RowSettings, readRow } from '../rules/read-row.ts'
import { countReading, type ReadShares } from '../rules/read-shares.ts'
import type { Sayable } from '../rules/standing.ts'
import { storable } from '../rules/storable-row.ts'

/** Rows that go in together, in one transaction. */
export const BATCH_ROWS = 2_000
/** Rows of a file that are kept as they were read, to be shown. */
const SAMPLE_ROWS = 20
/** Rows that are read before answers of the database are listened to again: so both are at work at once. */
const SLICE_ROWS = 20

/** A row of a file, and the items that were read from it. */
export interface SampleRow {
  readonly row: number
  readonly stated: Readonly<Record<string, string>>
  readonly items: readonly ItemRead[]
}

/** A part of a file, read: rows that can go in, rows that come back, in the file's order within each. */
export interface PreparedBatch {
  readonly rows: readonly KeyedRow[]
  readonly rejected: readonly RejectedRow[]
  readonly cells: ReadonlyMap<number, FileRow['cells']>
  /** How much of it was read, and for the first batch its first rows as they were. */
  readonly read: ReadShares
  readonly sample: readonly SampleRow[]
  readonly settings: RowSettings
  readonly sayable: Sayable
  /** Bytes of the file that were read by the time the batch was full. */
  readonly bytesDone: number
}

export interface Preparation {
  readonly file: string
  readonly rows: AsyncIterable<FileRow>
  readonly headings: readonly string[]
  /** Rows that are in already, of an import that goes on. */
  readonly skip: number
  readonly mapping: CompiledProfile
  readonly settings: RowSettings
  readonly sayable: Sayable
  readonly hashOf: (cells: FileRow['cells']) => Buffer
  readonly bytesRead: () => number
}

/**
 * Reads a file into batches, one ahead of whoever writes them: while the database takes one in, the next is read.
 */
export async function* prepareBatches(preparation: Preparation): AsyncGenerator<PreparedBatch> {
  const batches = eachBatch(preparation)
  let ahead = batches.next()
  try {
    for (;;) {
      const { done, value } = await ahead
      if (done) return
      ahead = batches.next()
      // It is awaited above, after the batch before it was written; until then its failure is nobody's.
      ahead.catch(() => {})
      yield value
    }
  } finally {
    await ahead.catch(() => {})
    await batches.return(undefined)
  }
}

interface FullBatch {
  readonly rows: KeyedRow[]
  readonly rejected: RejectedRow[]
  readonly cells: Map<number, FileRow['cells']>
  readonly read: ReadShares
  readonly sample: SampleRow[]
}

const emptyBatch = (): FullBatch => ({ rows: [], rejected: [], cells: new Map(), read: {}, sample: [] })
const sizeOf = ({ rows, rejected }: FullBatch) => rows.length + rejected.length

async function* eachBatch(preparation: Preparation): AsyncGenerator<PreparedBatch> {
  const { settings, sayable, bytesRead, skip, headings } = preparation
  const read = rowReader(preparation)
  const whole = (batch: FullBatch) => ({ ...batch, settings, sayable, bytesDone: bytesRead() })
  let batch = emptyBatch()
  let seen = 0
  for await (const row of preparation.rows) {
    const outcome = read(row)
    if (++seen % SLICE_ROWS === 0) await setImmediate()
    if (seen <= skip) continue
    if ('reason' in outcome) batch.rejected.push({ row: row.row, ...outcome, cells: underAll(headings, row.cells) })
    else take(batch, row, outcome, seen - skip <= SAMPLE_ROWS)
    if (sizeOf(batch) < BATCH_ROWS) continue
    yield whole(batch)
    batch = emptyBatch()
  }
  if (sizeOf(batch) > 0) yield whole(batch)
}

/** The cells of a row under every heading of its file; a ragged row has fewer or more. */
function underAll(headings: readonly string[], cells: FileRow['cells']): FileRow['cells'] {
  const all = Object.create(null) as Record<string, string>
  for (const heading of headings) all[heading] = cells[heading] ?? ''
  return Object.assign(all, cells)
}

function take(batch: FullBatch, { row, cells }: FileRow, reads: readonly ReadRow[], shown: boolean): void {
  batch.rows.push({ row, reads: reads.map(storable) })
  batch.cells.set(row, cells)
  for (const read of reads) countReading(batch.read, read)
  if (shown) batch.sample.push({ row, stated: { ...reads[0]?.raw }, items: reads.map(({ item }) => item) })
}

function columnsProblem(cells: FileRow['cells'], columns: { found: number; expected: number }): RowProblem {
  const parameters = { ...columns }
  return {
    field: '',
    value: Object.values(cells).join(' | ').slice(0, 200),
    reason: { id: 'reject.columns', parameters },
    accepted: { id: 'reject.columns.accepted', parameters },
  }
}

/** Where a file has no key column, a row's key is what it says and its ordinal among those that say the same. */
function rowReader({ mapping, settings, hashOf }: Preparation): (row: FileRow) => readonly ReadRow[] | RowProblem {
  const ordinals = new Ordinals()
  const ownKey = (cells: FileRow['cells']): string => {
    const hash = hashOf(cells)
    return `${hash.toString('hex', 0, 16)}-${ordinals.next(hash)}`
  }
  return (fileRow) => {
    if ('columns' in fileRow) return columnsProblem(fileRow.cells, fileRow.columns)
    const mapped = mapping.mapRow(fileRow.cells)
    const outcome = readRow({ ...mapped, key: mapped.key ?? ownKey(fileRow.cells) }, settings)
    return isProblem(outcome) ? { ...outcome, field: mapping.headingOf(outcome.field) } : outcome
  }
}
