import type { Context } from '../../access/context.ts'
import type { Finding } from '../rules/findings/finding.ts'

/**
 * What was said of the finding when it came out, because an officer passed it on or its days were over; null where it did
 * not. What came out stays out: one more record that tells of the same does not take it back.
 */
export async function comeOut(
  { client, now }: Context,
  { rule, records }: Finding,
  custodian: string,
): Promise<{ readonly notes: readonly string[] } | null> {
  const { rows } = await client.query<{ note: string | null }>(
    `SELECT note FROM oversight_finding
     WHERE agency_id = $1 AND rule = $2 AND records <@ $3::uuid[] AND (passed_on_at IS NOT NULL OR due_at <= $4)
     ORDER BY filed_at`,
    [custodian, rule, records, now],
  )
  return rows.length === 0 ? null : { notes: rows.flatMap(({ note }) => note ?? []) }
}

/** The agencies whose people looked at the life and were not shown the finding. */
export async function agenciesWaiting({ client }: Context, finding: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT g.name FROM oversight_waiting w JOIN agency g ON g.id = w.agency_id WHERE w.finding_id = $1 ORDER BY g.name`,
    [finding],
  )
  return rows.map(({ name }) => name)
}
