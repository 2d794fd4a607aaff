import type { ReaderTransaction } from '../../store/reader-transaction.ts'
import type { VisibilityClass } from '../rules/may-read.ts'
import type { ReleaseTerm } from '../rules/record-class.ts'

/** What decides of a record's class. */
export interface RecordPlace {
  readonly record: string
  /** The class of its source, which has no reader beside. */
  readonly source: Omit<VisibilityClass, 'id' | 'readers'>
  readonly releases: readonly ReleaseTerm[]
}

/** What decides of the classes of these records, of those among them that the transaction may see. */
export async function recordPlaces(
  { client }: Pick<ReaderTransaction, 'client'>,
  records: readonly string[],
): Promise<RecordPlace[]> {
  const { rows } = await client.query<{ record: string } & RecordPlace['source']>(
    `SELECT r.id AS record, c.agency_id AS agency, c.source_visibility AS "sourceVisibility", c.handling
     FROM record r JOIN source s ON s.id = r.source_id JOIN visibility c ON c.id = s.vis
     WHERE r.id = ANY ($1::uuid[]) ORDER BY r.id`,
    [records],
  )
  const found = await client.query<ReleaseTerm & { record: string }>(
    `SELECT l.record_id AS record, e.receiver_agency_id AS receiver, e.ends_at AS "endsAt",
       e.withdrawn_at IS NOT NULL AS withdrawn
     FROM release_record l JOIN release e ON e.id = l.release_id WHERE l.record_id = ANY ($1::uuid[])`,
    [records],
  )
  const releases = Map.groupBy(found.rows, ({ record }) => record)
  return rows.map(({ record, ...source }) => ({ record, source, releases: releases.get(record) ?? [] }))
}
