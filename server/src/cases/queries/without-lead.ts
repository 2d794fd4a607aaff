import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'

export interface CaseWithoutLead {
  readonly id: string
  readonly reference: string
}

/**
 * The cases that this agency led last and that nobody who can still sign in and work with cases leads now: by the
 * references that the agency itself gave them, and nothing else of them.
 */
export async function casesWithoutLead(
  { client, reader, now }: Context,
  agency: string,
  only: string | null = null,
): Promise<CaseWithoutLead[]> {
  const { rows } = await client.query<CaseWithoutLead>(
    `WITH last AS (
       SELECT DISTINCT ON (m.compartment_id, m.account_id) m.compartment_id, m.account_id, m.part, m.until
       FROM compartment_member m JOIN compartment c ON c.id = m.compartment_id AND c.id = c.case_id
       ORDER BY m.compartment_id, m.account_id, m.number DESC
     ), led AS (
       SELECT DISTINCT ON (m.compartment_id) m.compartment_id AS id, a.agency_id AS agency
       FROM compartment_member m JOIN compartment c ON c.id = m.compartment_id AND c.id = c.case_id
       JOIN account a ON a.id = m.account_id
       WHERE m.part = 'lead' ORDER BY m.compartment_id, m.said_at DESC, m.number DESC, m.account_id
     )
     SELECT n.case_id AS id, n.reference FROM case_name n JOIN led ON led.id = n.case_id AND led.agency = n.agency_id
     WHERE n.agency_id = $1 AND ($3::uuid IS NULL OR n.case_id = $3) AND NOT EXISTS (
       SELECT FROM last l JOIN account a ON a.id = l.account_id
       WHERE l.compartment_id = n.case_id AND l.part = 'lead' AND (l.until IS NULL OR l.until > $2)
         AND a.disabled_at IS NULL AND EXISTS (
           SELECT FROM account_role r WHERE r.account_id = a.id AND r.role = ANY ($4::text[])
         )
     ) ORDER BY n.reference, n.case_id`,
    [agency, now, only, [...CASE_WORKERS]],
  )
  return reader.agency?.id === agency ? rows : []
}
