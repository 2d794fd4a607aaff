import { ProofmarkError } from '@proofmark/contract/errors'
import type { Role } from '@proofmark/contract/roles'
import type { Context } from '../context.ts'
import { needRole } from '../policy/role.ts'
import { holdPerson } from '../queries/find-account.ts'
import { keepAdministrator } from './keep-administrator.ts'

/**
 * Takes a role from somebody at once, for which one person suffices; or takes back the request for one that waits.
 * Throws `role_needed`, `not_found`, `account_own`, `last_administrator`.
 */
export async function takeRole(
  context: Context,
  { account, role }: { readonly account: string; readonly role: Role },
): Promise<void> {
  const { client, reader, now, audit } = context
  needRole(reader, ['administrator'])
  if (account === reader.account) throw new ProofmarkError('account_own')
  await keepAdministrator(context, async () => {
    const { name } = await holdPerson(context, account)
    const taken = await client.query('DELETE FROM account_role WHERE account_id = $1 AND role = $2', [account, role])
    if (taken.rowCount) return audit({ action: 'role.taken', subjects: [account], body: { role } })
    const withdrawn = await client.query<{ requester: string }>(
      `UPDATE role_request SET verdict = 'withdrawn', decided_by = $3, decided_at = $4
       WHERE account_id = $1 AND role = $2 AND verdict IS NULL RETURNING (SELECT name FROM account WHERE id = requested_by) AS requester`,
      [account, role, reader.account, now],
    )
    const [request] = withdrawn.rows
    if (!request) throw new ProofmarkError('not_found', { what: `${name}, ${role}` })
    return audit({
      action: 'role.refused',
      subjects: [account],
      body: { role, requester: request.requester, reason: 'withdrawn' },
    })
  })
}
