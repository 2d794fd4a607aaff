import type { CasePart, LeavingReason } from '@proofmark/contract/case-desk-words'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'

export interface Member {
  readonly compartment: string
  readonly account: string
  readonly name: string
  readonly agency: string | null
  readonly agencyName: string | null
  readonly part: CasePart | 'none'
  readonly until: Date | null
  readonly why: string
  readonly leaving: LeavingReason | null
  readonly by: string
  readonly at: Date
  readonly number: number
  readonly inside: boolean
  /** May they still sign in and work with cases? */
  readonly able: boolean
}

/** What was last said of each person in these compartments, by name. */
export async function membersOf({ client, now }: Context, compartments: readonly string[]): Promise<Member[]> {
  const { rows } = await client.query<Member>(
    `SELECT m.compartment_id AS compartment, m.account_id AS account, a.name, a.agency_id AS agency,
       g.name AS "agencyName", m.part, m.until, m.why, m.leaving, s.name AS by, m.said_at AS at, m.number,
       m.part <> 'none' AND (m.until IS NULL OR m.until > $2) AS inside,
       a.disabled_at IS NULL AND EXISTS (
         SELECT FROM account_role r WHERE r.account_id = a.id AND r.role = ANY ($3::text[])
       ) AS able
     FROM (
       SELECT DISTINCT ON (compartment_id, account_id) * FROM compartment_member
       WHERE compartment_id = ANY ($1::uuid[]) ORDER BY compartment_id, account_id, number DESC
     ) m
     JOIN account a ON a.id = m.account_id LEFT JOIN agency g ON g.id = a.agency_id JOIN account s ON s.id = m.said_by
     ORDER BY a.name, m.compartment_id`,
    [compartments, now, [...CASE_WORKERS]],
  )
  return rows
}

/** What somebody may do in a compartment at this moment; null for nothing. */
export async function partIn(context: Context, compartment: string, account: string): Promise<CasePart | null> {
  const found = (await membersOf(context, [compartment])).find((each) => each.account === account)
  return found?.inside && found.part !== 'none' ? found.part : null
}

export interface CasePerson {
  readonly account: string
  readonly name: string
  readonly agency: string | null
  readonly agencyName: string | null
}

/** Everybody who works with cases, by name. */
export async function casePeople({ client }: Context): Promise<CasePerson[]> {
  const { rows } = await client.query<CasePerson>(
    `SELECT a.id AS account, a.name, a.agency_id AS agency, g.name AS "agencyName"
     FROM account a JOIN agency g ON g.id = a.agency_id
     WHERE a.kind = 'person' AND a.disabled_at IS NULL
       AND EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id AND r.role = ANY ($1::text[]))
     ORDER BY a.name, a.id`,
    [[...CASE_WORKERS]],
  )
  return rows
}

/** How somebody who works with cases is called, for a refusal to name; anybody else is called as they were asked for. */
export async function casePersonName(context: Context, account: string): Promise<string> {
  return (await casePeople(context)).find((person) => person.account === account.toLowerCase())?.name ?? account
}
