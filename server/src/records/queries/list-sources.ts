import type { Source } from '@proofmark/contract/schemas/source'
import type { Context } from '../../access/context.ts'

/** The sources whose records the reader may see, with the number of their standing records. */
export async function listSources({ query, reader }: Context): Promise<Source[]> {
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
  return sources.map((each) => ({
    name: each.name,
    agency: each.agency,
    kind: each.kind as Source['kind'],
    handling: each.handling as Source['handling'],
    visibility: each.source_visibility as Source['visibility'],
    records: records.get(each.id) ?? 0,
  }))
}
