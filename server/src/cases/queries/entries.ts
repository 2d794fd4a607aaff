import type { Context } from '../../access/context.ts'
import type { CaseEntry } from '../rules/case-standing.ts'

/** The entries of these cases that the reader may see, by case, in the order in which they were written. */
export async function entriesOf({ client }: Context, cases: readonly string[]): Promise<Map<string, CaseEntry[]>> {
  const { rows } = await client.query<CaseEntry & { caseId: string }>(
    `SELECT e.case_id AS "caseId", e.id, e.number::text, e.kind, v.compartment_id AS compartment, e.agency_id AS agency,
       g.name AS "agencyName", e.said_by AS account, a.name AS by, e.said_at AS at, e.said
     FROM case_entry e JOIN visibility v ON v.id = e.vis JOIN account a ON a.id = e.said_by
     LEFT JOIN agency g ON g.id = e.agency_id
     WHERE e.case_id = ANY ($1::uuid[]) ORDER BY e.number`,
    [cases],
  )
  const found = new Map<string, CaseEntry[]>(cases.map((id) => [id, []]))
  for (const { caseId, ...entry } of rows) found.get(caseId)?.push(entry)
  return found
}
