import { ProofmarkError } from '@proofmark/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { needRole } from '../../access/policy/role.ts'
import { isHeld } from '../../store/session-lock.ts'
import type { ImportState } from '../../store/tables.ts'
import { type KnownSource, sourceById } from './find-source.ts'

/** What an import has done so far. `rows` is always the sum of the other four. */
export interface ImportCounts {
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly unchanged: number
  readonly changed: number
}

export interface KnownImport extends ImportCounts {
  readonly id: string
  readonly source: KnownSource
  readonly door: 'file' | 'hand'
  readonly state: ImportState
  /** Was the file read to its end? */
  readonly whole: boolean
  /** Is somebody at work on the source? `running` with nobody at work was interrupted. */
  readonly atWork: boolean
  readonly file: string | null
  readonly sha256: Buffer | null
  readonly bytes: number | null
  readonly bytesDone: number
  readonly profileVersion: number | null
  readonly failure: { readonly code: string; readonly parameters: Record<string, string | number> } | null
  readonly startedBy: string
  readonly startedAt: Date
  readonly finishedAt: Date | null
}

/** The name under which work on a source is locked, over however many transactions. */
export const sourceLock = (source: string): string => `source ${source}`

/** The last number of an import into the source: the next one must be above it. */
export const lastImportOf = (source: string) =>
  sql<string | null>`SELECT max(id) FROM import_run WHERE source_id = ${source}`

function rowsOfImports({ query }: Context) {
  return query
    .selectFrom('import_run')
    .innerJoin('account', 'account.id', 'import_run.started_by')
    .select([
      'import_run.id',
      'source_id as sourceId',
      'door',
      'state',
      'whole',
      'rows',
      'accepted',
      'rejected',
      'unchanged',
      'changed',
      'file_name as file',
      'file_sha256 as sha256',
      'file_bytes as bytes',
      'bytes_done as bytesDone',
      'profile_version as profileVersion',
      'failure',
      'account.name as startedBy',
      'started_at as startedAt',
      'finished_at as finishedAt',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOfImports>['executeTakeFirstOrThrow']>>

async function known(context: Context, row: Row, source: KnownSource): Promise<KnownImport> {
  const { sourceId: _, failure, ...rest } = row
  return {
    ...rest,
    source,
    atWork: await isHeld(context.client, sourceLock(source.id)),
    rows: Number(row.rows),
    accepted: Number(row.accepted),
    rejected: Number(row.rejected),
    unchanged: Number(row.unchanged),
    changed: Number(row.changed),
    bytes: row.bytes === null ? null : Number(row.bytes),
    bytesDone: Number(row.bytesDone),
    failure: failure as KnownImport['failure'],
  }
}

/**
 * The import of this number, for those who may take records into its source. Throws `not_found` for a number that does
 * not exist and for one of another agency alike.
 */
export async function getImport(context: Context, id: string): Promise<KnownImport> {
  needRole(context.reader, ['recorder', 'data_steward'])
  const row = /^\d{1,18}$/.test(id)
    ? await rowsOfImports(context).where('import_run.id', '=', id).executeTakeFirst()
    : undefined
  const source = row ? await sourceById(context, row.sourceId) : null
  if (!row || !source) throw new ProofmarkError('not_found', { what: id.slice(0, 40) })
  try {
    needAgency(context.reader, source.agency)
  } catch (cause) {
    throw new ProofmarkError('not_found', { what: id }, cause)
  }
  return known(context, row, source)
}

/** The imports into sources of the reader's agency, the last first, before the one of this number. */
export async function listImports(
  context: Context,
  { source, before, limit }: { source?: string | undefined; before?: string | undefined; limit: number },
): Promise<KnownImport[]> {
  const { reader, query } = context
  needRole(reader, ['recorder', 'data_steward'])
  let own = query.selectFrom('source').select(['id', 'name'])
  if (!reader.installer) own = own.where('agency_id', '=', reader.agency?.id ?? '00000000-0000-0000-0000-000000000000')
  if (source !== undefined) own = own.where('name', '=', source)
  const sources = await own.execute()
  if (sources.length === 0) return []
  const rows = await rowsOfImports(context)
    .where(
      'source_id',
      'in',
      sources.map(({ id }) => id),
    )
    .where('import_run.id', '<', before ?? '9223372036854775807')
    .orderBy('import_run.id', 'desc')
    .limit(limit)
    .execute()
  const found: KnownImport[] = []
  for (const row of rows) found.push(await known(context, row, (await sourceById(context, row.sourceId))!))
  return found
}

/** An import of this very file into the source that did not come to its end, and can be gone on with. */
export async function findUnfinished(context: Context, source: string, sha256: Buffer): Promise<string | null> {
  const found = await context.query
    .selectFrom('import_run')
    .select('id')
    .where('source_id', '=', source)
    .where('file_sha256', '=', sha256)
    .where('state', 'in', ['running', 'stopped', 'failed'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return found?.id ?? null
}
