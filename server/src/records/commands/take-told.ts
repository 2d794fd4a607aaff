import { randomUUID } from 'node:crypto'
import { PROFILE_FIELDS } from '@proofmark/contract/profile-fields'
import type { RowKind } from '@proofmark/domain/row-kind'
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
  /** What is known not to be known, and why. */
  readonly notKnown?: Readonly<Record<string, string>>
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
  /** What the rows speak of; firearms where it is not said. */
  readonly rowKind?: RowKind
  /** Each telling says all that there is to say: a column that it leaves out is stated no more. */
  readonly whole?: boolean
}

/** What became of a row: its record, or the field for which none could be made. */
export type Told = { readonly record: string } | { readonly unreadable: string }

/** It follows from whose source it is and how it is kept, so that its records are named alike wherever they are made. */
async function sourceId(
  { query, recordSecret }: Pick<Context, 'query' | 'recordSecret'>,
  { name, kind, agency, handling, visibility }: ToldSource,
): Promise<string> {
  const id = recordId(recordSecret, agency.name, ['source', name, kind, visibility, handling].join('\0'))
  const taken = await query.selectFrom('source').select('id').where('id', '=', id).executeTakeFirst()
  return taken ? randomUUID() : id
}

/** The agency’s source for what was told so, made where there is none yet: it is seen by its own people alone. */
async function sourceFor({ query, reader, recordSecret, audit }: Context, wanted: ToldSource): Promise<KnownSource> {
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
  const id = await sourceId({ query, recordSecret }, wanted)
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

const ALL_COLUMNS: readonly string[] = PROFILE_FIELDS

/**
 * Makes records of what was told, as an import by hand that can be taken back like any other: a key that was told before
 * gets a new version. Rows that cannot be read are left out; what they said stands in the telling. Answers by key what
 * became of each.
 */
export async function takeToldByKey(
  context: Context,
  wanted: ToldSource,
  told: readonly ToldRow[],
): Promise<ReadonlyMap<string, Told>> {
  const outcomes = new Map<string, Told>()
  if (told.length === 0) return outcomes
  const source = await sourceFor(context, wanted)
  const settings: RowSettings = {
    sourceKind: source.kind,
    rowKind: wanted.rowKind ?? 'firearm',
    dates: {},
    today: dayAfter(context.now),
    secret: context.recordSecret,
    vocabulary: await loadVocabulary(context, source.agency.id),
  }
  const rows = told.flatMap(({ key, stated, raw, persons, notKnown = {} }, place) => {
    const read = readRow({ key, raw, persons, items: [{ position: null, stated }] }, settings)
    if (isProblem(read)) {
      outcomes.set(key, { unreadable: read.field })
      return []
    }
    for (const each of read) outcomes.set(key, { record: recordId(context.recordSecret, source.id, each.key) })
    return [{ row: place + 1, reads: read.map((each) => ({ ...storable(each), notKnown })) }]
  })
  if (rows.length === 0) return outcomes
  const version = await openTold(context, source, rows.length)
  const sayable = {
    columns: new Set(wanted.whole ? ALL_COLUMNS : told.flatMap(({ stated }) => Object.keys(stated))),
    persons: new Set(told.flatMap(({ persons }) => persons.map(({ field }) => field))),
  }
  await writeRows(context, { source, version, settings, sayable, rows })
  return outcomes
}

/** The same, of which only the records are asked for. */
export async function takeTold(context: Context, wanted: ToldSource, told: readonly ToldRow[]): Promise<string[]> {
  const outcomes = await takeToldByKey(context, wanted, told)
  return [...outcomes.values()].flatMap((outcome) => ('record' in outcome ? [outcome.record] : []))
}
