import { randomUUID } from 'node:crypto'
import type { SourceKind } from '@proofmark/domain/source-kind'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { insertNumbered } from '../../store/moment-number.ts'
import { lastImportOf } from '../queries/find-import.ts'
import type { KnownSource } from '../queries/find-source.ts'
import { loadVocabulary } from '../queries/vocabulary.ts'
import { dayAfter } from '../rules/day-after.ts'
import type { PersonValue } from '../rules/mapped-row.ts'
import { isProblem, type RowSettings, readRow } from '../rules/read-row.ts'
import { recordId } from '../rules/record-id.ts'
import { storable } from '../rules/storable-row.ts'
import { writeRows } from './write-rows.ts'

/** What somebody outside told of one firearm, under a key of the telling. */
export interface ToldRow {
  readonly key: string
  readonly stated: Readonly<Record<string, string>>
  readonly raw: Readonly<Record<string, string>>
  readonly persons: readonly PersonValue[]
}

export interface ToldSource {
  readonly name: string
  readonly kind: SourceKind
  readonly agency: { readonly id: string; readonly name: string }
  readonly handling: 'H0' | 'H1' | 'H2' | 'H3'
  readonly visibility: 'pointer' | 'silent'
  /** The class of the agency’s own people for these. */
  readonly vis: number
}

/** The agency’s source for what was told so, made where there is none yet: it is seen by its own people alone. */
async function sourceFor({ query, reader, audit }: Context, wanted: ToldSource): Promise<KnownSource> {
  const { name, kind, agency, handling, visibility, vis } = wanted
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`source ${agency.id} ${name}`}, 0))`.execute(query)
  const found = await query
    .selectFrom('source')
    .select(['id', 'vis', 'review_years as reviewYears'])
    .where('agency_id', '=', agency.id)
    .where('name', '=', name)
    .where('kind', '=', kind)
    .where('vis', '=', vis)
    .executeTakeFirst()
  if (found) return { ...found, name, kind, agency }
  const id = randomUUID()
  const { reviewYears } = await query
    .insertInto('source')
    .values({
      id,
      agency_id: agency.id,
      name,
      kind,
      handling,
      source_visibility: visibility,
      vis,
      retention_years: null,
      profile: null,
      created_by: reader.account,
    })
    .returning('review_years as reviewYears')
    .executeTakeFirstOrThrow()
  await audit({ action: 'source.added', subjects: [id], body: { name, kind, visibility } })
  return { id, vis, reviewYears, name, kind, agency }
}

async function openTold({ query, reader }: Context, source: KnownSource, rows: number): Promise<string> {
  return insertNumbered(lastImportOf(source.id), (number) =>
    query
      .insertInto('import_run')
      .values({
        id: number,
        source_id: source.id,
        door: 'hand',
        state: 'done',
        rows,
        accepted: rows,
        rejected: 0,
        unchanged: 0,
        changed: 0,
        started_by: reader.account,
        finished_at: sql<Date>`clock_timestamp()`,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
}

/**
 * Makes records of what was told, as an import by hand that can be taken back like any other: a key that was told before
 * gets a new version. Rows that cannot be read are left out; what they said stands in the telling. Answers the records.
 */
export async function takeTold(context: Context, wanted: ToldSource, told: readonly ToldRow[]): Promise<string[]> {
  if (told.length === 0) return []
  const source = await sourceFor(context, wanted)
  const settings: RowSettings = {
    sourceKind: source.kind,
    rowKind: 'firearm',
    dates: {},
    today: dayAfter(context.now),
    secret: context.recordSecret,
    vocabulary: await loadVocabulary(context, source.agency.id),
  }
  const rows = told.flatMap(({ key, stated, raw, persons }, place) => {
    const read = readRow({ key, raw, persons, items: [{ position: null, stated }] }, settings)
    return isProblem(read) ? [] : [{ row: place + 1, reads: read.map(storable) }]
  })
  if (rows.length === 0) return []
  const version = await openTold(context, source, rows.length)
  const sayable = {
    columns: new Set(told.flatMap(({ stated }) => Object.keys(stated))),
    persons: new Set(told.flatMap(({ persons }) => persons.map(({ field }) => field))),
  }
  await writeRows(context, { source, version, settings, sayable, rows })
  const keys = rows.flatMap(({ reads }) => reads.map(({ key }) => key))
  return keys.map((key) => recordId(context.recordSecret, source.id, key))
}
