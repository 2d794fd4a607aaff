import type { Role } from '@proofmark/contract/roles'
import { requestRole } from '../../access/commands/request-role.ts'
import type { Context } from '../../access/context.ts'
import { accountNamed } from '../../access/queries/find-account.ts'
import type { PersonName } from '../agencies.ts'
import type { Offices } from './offices.ts'

async function request(context: Context, person: PersonName, role: Role): Promise<void> {
  const account = await accountNamed(context, person)
  const { rowCount } = await context.client.query('SELECT FROM role_request WHERE account_id = $1 AND role = $2', [
    account,
    role,
  ])
  if (rowCount === 0) await requestRole(context, { account, role })
}

/** Two roles wait for a second person: one that the administrator requested, and one of the operator’s at the machine. */
export async function leaveRoleRequests({ as, installer }: Offices): Promise<void> {
  await as('Pell Hasko', { purpose: 'system_administration' })((context) =>
    request(context, 'Maren Tolv', 'data_steward'),
  )
  await installer((context) => request(context, 'Jorun Aske', 'data_steward'))
}
