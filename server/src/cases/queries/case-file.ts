import type { CasePart, CaseVisibility } from '@proofmark/contract/case-desk-words'
import type { Context } from '../../access/context.ts'

export interface CaseFile {
  readonly id: string
  readonly reference: string
  readonly agency: string
  readonly agencyName: string
  readonly vis: number
  readonly handling: 'H0' | 'H1' | 'H2' | 'H3'
  readonly visibility: CaseVisibility
  readonly openedBy: string
  readonly openedAt: Date
  /** The reader's part in the case as such. */
  readonly part: CasePart
}

const CASES = `
  SELECT c.id, c.reference, c.agency_id AS agency, g.name AS "agencyName", c.vis, v.handling,
    v.source_visibility AS visibility, a.name AS "openedBy", c.opened_at AS "openedAt", m.part
  FROM case_file c
  JOIN visibility v ON v.id = c.vis JOIN agency g ON g.id = c.agency_id JOIN account a ON a.id = c.opened_by
  JOIN LATERAL (
    SELECT part, until FROM compartment_member WHERE compartment_id = c.id AND account_id = $1
    ORDER BY number DESC LIMIT 1
  ) m ON m.part <> 'none' AND (m.until IS NULL OR m.until > $2)`

/** The case, where the reader was let into it. */
export async function findCase({ client, reader, now }: Context, id: string): Promise<CaseFile | null> {
  const { rows } = await client.query<CaseFile>(`${CASES} WHERE c.id = $3`, [reader.account, now, id])
  return rows[0] ?? null
}

/** Every case that the reader was let into, the last opened first. */
export async function casesOf({ client, reader, now }: Context): Promise<CaseFile[]> {
  const { rows } = await client.query<CaseFile>(`${CASES} ORDER BY c.opened_at DESC, c.id`, [reader.account, now])
  return rows
}

/** Those of the reader's cases that bear this reference. */
export async function casesCalled({ client, reader, now }: Context, reference: string): Promise<CaseFile[]> {
  const { rows } = await client.query<CaseFile>(`${CASES} WHERE c.reference = $3 ORDER BY c.id`, [
    reader.account,
    now,
    reference,
  ])
  return rows
}
