import { createHash, type Hash } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { needRole } from '../../access/policy/role.ts'
import { type FileRow, openCsv } from '../files/csv-rows.ts'
import { getSource, type KnownSource } from '../queries/find-source.ts'
import { isProblem, type ReadRow, type Reject, type RowProblem, readRow } from '../rules/read-row.ts'
import { ITEM_COLUMNS, KEY_COLUMN, recogniseColumns, statesAnItem } from '../rules/standard-columns.ts'
import { type KeyedRow, writeRows } from './write-rows.ts'

export interface ImportInput {
  readonly source: string
  readonly file: string
  readonly content: AsyncIterable<Uint8Array>
  /** Called for every row that comes back, in the file's order. */
  readonly onReject: (reject: Reject) => void | Promise<void>
  readonly onProgress?: (rows: number) => void
}

export interface ImportCounts {
  readonly import: string
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly unchanged: number
  readonly changed: number
}

/** What an import did, and which columns of the file no rule understands: kept with the row, read by nobody. */
export interface ImportOutcome extends ImportCounts {
  readonly unused: readonly string[]
}

const BATCH = 2_000

/** The bytes as they pass, hashed. */
async function* hashed(content: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const bytes of content) {
    hash.update(bytes)
    yield bytes
  }
}

function columnsProblem({ row, cells, columns }: FileRow & { columns: { found: number; expected: number } }): Reject {
  const parameters = { ...columns }
  return {
    row,
    field: '',
    value: Object.values(cells).join(' | ').slice(0, 200),
    reason: { id: 'reject.columns', parameters },
    accepted: { id: 'reject.columns.accepted', parameters },
  }
}

/** Where a file has no key column, a row's key is what it says and its ordinal among those that say the same. */
function keyMaker() {
  const seen = new Map<string, number>()
  return ({ key, hash }: ReadRow): string => {
    if (key !== null) return key
    const content = hash.toString('hex').slice(0, 32)
    const ordinal = (seen.get(content) ?? 0) + 1
    seen.set(content, ordinal)
    return `${content}-${ordinal}`
  }
}

/** The day after, as ISO 8601: somewhere it has begun. */
function dayAfter(now: Date): string {
  return new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

async function nextImport({ client }: Context): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`SELECT nextval('import_number') AS id`)
  return rows[0]!.id
}

/**
 * Imports a file into a source, whole or not at all: good rows go in, bad rows come back by `onReject`, and the counts
 * always add up to the rows of the file. The same file again changes nothing; a changed row makes a new version of its
 * record and the old one stays. Throws `source_unknown`, `not_your_agency`, `role_needed`, `file_unreadable`,
 * `columns_missing`; then nothing has changed.
 */
export async function importFile(context: Context, input: ImportInput): Promise<ImportOutcome> {
  needRole(context.reader, ['recorder', 'data_steward'])
  const source = await getSource(context, input.source)
  needAgency(context.reader, source.agency)
  // One import of a source at a time: a second one waits, and then finds what the first has brought.
  await context.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [source.id])
  const fileHash = createHash('sha256')
  const { headings, rows } = await openCsv(input.file, hashed(input.content, fileHash))
  const recognised = recogniseColumns(headings)
  if (!statesAnItem(recognised.values())) {
    const accepted = [KEY_COLUMN, ...ITEM_COLUMNS].join(', ')
    throw new ProofmarkError('columns_missing', {
      file: input.file,
      columns: headings.join(', ').slice(0, 300),
      accepted,
    })
  }
  const id = await nextImport(context)
  const columns = { recognised, sourceKind: source.kind, today: dayAfter(context.now), secret: context.recordSecret }
  const counts = await takeRows(context, source, id, rows, (cells) => readRow(cells, columns), input)
  await countRecords(context, source.vis, counts.accepted)
  await context.query
    .insertInto('import_run')
    .values({
      id,
      source_id: source.id,
      file_name: input.file.slice(0, 200),
      file_sha256: fileHash.digest(),
      ...counts,
      started_by: context.reader.account,
    })
    .execute()
  await context.audit({ action: 'import.done', subjects: [source.id], body: { file: input.file, ...counts } })
  return { import: id, ...counts, unused: headings.filter((heading) => !recognised.has(heading)) }
}

/** Last of all, so that another import into the same class waits for this row no longer than it must. */
async function countRecords({ client }: Context, vis: number, records: number): Promise<void> {
  if (records === 0) return
  await client.query(
    `INSERT INTO class_tally (vis, records) VALUES ($1, $2)
     ON CONFLICT (vis) DO UPDATE SET records = class_tally.records + excluded.records`,
    [vis, records],
  )
}

type Counts = Omit<ImportCounts, 'import'>

async function takeRows(
  context: Context,
  source: KnownSource,
  id: string,
  rows: AsyncIterable<FileRow>,
  read: (cells: FileRow['cells']) => ReadRow | RowProblem,
  { onReject, onProgress }: ImportInput,
): Promise<Counts> {
  const counts = { rows: 0, accepted: 0, rejected: 0, unchanged: 0, changed: 0 }
  const keyOf = keyMaker()
  let batch: KeyedRow[] = []
  const sendBack = async (reject: Reject) => {
    counts.rejected++
    await onReject(reject)
  }
  const flush = async () => {
    const written = await writeRows(context, source, id, batch)
    counts.accepted += written.accepted
    counts.unchanged += written.unchanged
    counts.changed += written.changed
    for (const reject of written.rejects) await sendBack(reject)
    batch = []
    onProgress?.(counts.rows)
  }
  for await (const fileRow of rows) {
    counts.rows++
    if ('columns' in fileRow) {
      await sendBack(columnsProblem(fileRow))
      continue
    }
    const outcome = read(fileRow.cells)
    if (isProblem(outcome)) {
      await sendBack({ row: fileRow.row, ...outcome })
      continue
    }
    batch.push({ row: fileRow.row, key: keyOf(outcome), read: outcome })
    if (batch.length === BATCH) await flush()
  }
  await flush()
  return counts
}
