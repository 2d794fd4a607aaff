import type pg from 'pg'
import { SECOND_PERSONS, type WaitingRole } from '../rules/second-person.ts'
import { USABLE } from './enrolled.ts'

/** Is there anybody who may be the second person for this role, and can sign in? */
export async function hasSecondPerson(
  client: pg.ClientBase,
  { account, requestedBy, linkIssuedBy }: WaitingRole,
): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT EXISTS (
       SELECT FROM account a JOIN account_role r ON r.account_id = a.id
       WHERE r.role = ANY ($1) AND a.kind = 'person' AND a.disabled_at IS NULL AND ${USABLE('a')}
         AND a.id <> ALL ($2::uuid[])
     ) AS there`,
    [SECOND_PERSONS, [account, requestedBy, linkIssuedBy].filter((each) => each !== null)],
  )
  return rows[0]?.there ?? false
}
