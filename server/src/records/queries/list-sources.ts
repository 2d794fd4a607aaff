import type { Source } from '@proofmark/contract/schemas/source'
import type { Context } from '../../access/context.ts'

/** The last import into each source of the reader's own agency; of others it would tell how busy they are. */
async function lastImports({ client, reader }: Context): Promise<ReadonlyMap<string, Source['lastImport']>> {
  const { rows } = await client.query<{ source: string; import: string; door: 'file' | 'hand'; at: Date }>(
    `SELECT i.source_id AS source, i.id AS import, i.door, coalesce(i.finished_at, i.started_at) AS at
     FROM import_run i WHERE i.id IN (
       SELECT max(one.id) FROM import_run one JOIN source s ON s.id = one.source_id
       WHERE s.agency_id = $1 GROUP BY one.source_id)`,
    [reader.agency?.id ?? null],
  )
  return new Map(rows.map(({ source, at, ...last }) => [source, { ...last, at: at.toISOString() }]))
}

/**
 * The sources whose records the reader may see, with the number of their standing records; of the reader's own agency
 * also when the last records came in.
 */
export async function listSources(context: Context): Promise<Source[]> {
  const { query, reader } = context
  const classes = reader.classes.length === 0 ? [-1] : [...reader.classes]
  const sources = await query
    .selectFrom('source')
    .innerJoin('agency', 'agency.id', 'source.agency_id')
    .select([
      'source.id',
      'source.name',
      'source.kind',
      'source.handling',
      'source.source_visibility',
      'source.four_eyes as fourEyes',
      'source.retention_years as retentionYears',
      'source.review_years as reviewYears',
      'agency.id as agencyId',
      'agency.name as agency',
    ])
    .where('source.vis', 'in', classes)
    .orderBy('source.name')
    .orderBy('agency.name')
    .execute()
  const counts = await query
    .selectFrom('record')
    .select(['source_id', (build) => build.fn.countAll<string>().as('records')])
    .where('version', 'is not', null)
    .groupBy('source_id')
    .execute()
  const records = new Map(counts.map((each) => [each.source_id, Number(each.records)]))
  const last = await lastImports(context)
  return sources.map((each) => ({
    name: each.name,
    agency: each.agency,
    kind: each.kind as Source['kind'],
    handling: each.handling as Source['handling'],
    visibility: each.source_visibility as Source['visibility'],
    records: records.get(each.id) ?? 0,
    id: each.id,
    own: each.agencyId === reader.agency?.id,
    fourEyes: each.fourEyes,
    retentionYears: each.retentionYears,
    reviewYears: each.reviewYears,
    lastImport: last.get(each.id) ?? null,
  }))
}
