import type { Context } from '../../access/context.ts'
import type { Standing } from '../rules/standing.ts'

/** What stands on record of these records, by identifier. Records of which no version stands are left out. */
export async function standingVersions(
  { client }: Context,
  records: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  if (records.length === 0) return new Map()
  const { rows } = await client.query<Omit<Standing, 'persons'> & { id: string }>(
    `SELECT r.id, v.event, v.row_kind AS "rowKind", v.date_from AS "dateFrom", v.date_to AS "dateTo",
       v.stated, v.raw, coalesce(v.not_known, '{}') AS "notKnown"
     FROM record r JOIN record_version v ON v.record_id = r.id AND v.version = r.version
     WHERE r.id = ANY ($1::uuid[])`,
    [records],
  )
  const persons = await client.query<{ id: string; field: string; role: string; value: string }>(
    `SELECT r.id, p.field, p.role, p.value
     FROM record r JOIN record_person p ON p.record_id = r.id AND p.version = r.version
     WHERE r.id = ANY ($1::uuid[])`,
    [records],
  )
  const byRecord = Map.groupBy(persons.rows, ({ id }) => id)
  return new Map(
    rows.map(({ id, ...standing }) => [
      id,
      { ...standing, persons: (byRecord.get(id) ?? []).map(({ field, role, value }) => ({ field, role, value })) },
    ]),
  )
}
