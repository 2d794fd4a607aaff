import type { Context } from '../../access/context.ts'
import type { JudgementRow } from '../rules/standing-judgement.ts'
import { seenBy } from './blind.ts'

/** A judgement as it is told of: with who judged, when and why. */
export interface NamedJudgement extends JudgementRow {
  readonly id: string
  readonly record: string
  readonly other: string
  readonly by: string
  readonly agency: string | null
  readonly agencyId: string | null
  readonly at: Date
  readonly reason: string | null
}

const NAMED = `
  SELECT j.record_id AS record, j.other_id AS other, j.number, j.id, j.about, j.kind, j.verdict,
    j.component_id AS component, j.of_number AS "ofNumber", j.needs_second AS "needsSecond", j.judged_by AS "judgedBy", j.bulk_id AS bulk,
    j.reason, j.judged_at AS at, a.name AS by, g.name AS agency, j.agency_id AS "agencyId"
  FROM judgement j JOIN account a ON a.id = j.judged_by LEFT JOIN agency g ON g.id = j.agency_id`

/** Everything that was ever judged of two records, by whom and when, as far as the reader may know it. */
export async function judgementsOfPair(
  { client, reader }: Context,
  record: string,
  other: string,
): Promise<NamedJudgement[]> {
  const { rows } = await client.query<NamedJudgement>({
    name: 'judgements-of-pair',
    text: `${NAMED} WHERE j.record_id = $1 AND j.other_id = $2 AND ${seenBy('$3')} ORDER BY j.number`,
    values: [record, other, reader.account],
  })
  return rows
}

/** The same of a record with whatever other, by the other record. */
export async function judgementsOfRecord(
  { client, reader }: Context,
  record: string,
): Promise<Map<string, NamedJudgement[]>> {
  const { rows } = await client.query<NamedJudgement>({
    name: 'judgements-of-record',
    text: `${NAMED} WHERE j.record_id = $1 AND ${seenBy('$2')} ORDER BY j.number`,
    values: [record, reader.account],
  })
  return Map.groupBy(rows, ({ other }) => other)
}
