import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'

/** A case, or a compartment within one, that nobody can lead any more. */
export interface CaseWithoutLead {
  readonly id: string
  /** What the agency itself calls the case; null where the case was never its own. */
  readonly reference: string | null
  /** The compartment within the case; null for the case as such. */
  readonly compartment: string | null
  /** Whom of the agency may be named for a compartment: those who are in its case. Null: whoever works with cases. */
  readonly people: readonly string[] | null
}

/**
 * What this agency led last and nobody who can still sign in and work with cases leads now. Of a case there is its reference, and
 * nothing else; of a compartment within one not even what it is called. Where an agency keeps what it withdrew was never led,
 * and is none of these.
 */
export async function casesWithoutLead(
  { client, reader, now }: Context,
  agency: string,
  only: string | null = null,
): Promise<CaseWithoutLead[]> {
  const { rows } = await client.query<CaseWithoutLead>(
    `WITH last AS (
       SELECT DISTINCT ON (m.compartment_id, m.account_id) m.compartment_id, m.account_id, m.part,
         m.part <> 'none' AND (m.until IS NULL OR m.until > $2) AND a.disabled_at IS NULL AND EXISTS (
           SELECT FROM account_role r WHERE r.account_id = a.id AND r.role = ANY ($4::text[])
         ) AS able, a.agency_id AS agency
       FROM compartment_member m JOIN account a ON a.id = m.account_id
       ORDER BY m.compartment_id, m.account_id, m.number DESC
     ), led AS (
       SELECT DISTINCT ON (m.compartment_id) m.compartment_id AS id, a.agency_id AS agency
       FROM compartment_member m JOIN account a ON a.id = m.account_id
       WHERE m.part = 'lead' ORDER BY m.compartment_id, m.said_at DESC, m.number DESC, m.account_id
     )
     SELECT c.case_id AS id, n.reference, nullif(c.id, c.case_id) AS compartment,
       CASE WHEN c.id <> c.case_id THEN ARRAY(
         SELECT l.account_id FROM last l WHERE l.compartment_id = c.case_id AND l.able AND l.agency = $1 ORDER BY 1
       ) END AS people
     FROM compartment c JOIN led ON led.id = c.id
     LEFT JOIN case_name n ON n.case_id = c.case_id AND n.agency_id = led.agency
     WHERE led.agency = $1 AND ($3::uuid IS NULL OR c.id = $3) AND (n.case_id IS NOT NULL OR c.id <> c.case_id)
       AND NOT EXISTS (SELECT FROM last l WHERE l.compartment_id = c.id AND l.part = 'lead' AND l.able)
     ORDER BY n.reference, c.case_id, c.id <> c.case_id, c.id`,
    [agency, now, only, [...CASE_WORKERS]],
  )
  return reader.agency?.id === agency ? rows : []
}
