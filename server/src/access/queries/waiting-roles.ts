import { ROLES, type Role } from '@proofmark/contract/roles'
import type pg from 'pg'

/** The roles that somebody requested for this account and nobody has decided on yet. */
export async function waitingRoles(connection: pg.Pool | pg.ClientBase, account: string): Promise<Role[]> {
  const { rows } = await connection.query<{ role: string }>(
    'SELECT role FROM role_request WHERE account_id = $1 AND verdict IS NULL',
    [account],
  )
  return ROLES.filter((role) => rows.some((each) => each.role === role))
}
