import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Role } from '@proofmark/contract/roles'
import type { Context } from '../context.ts'
import { needOther } from '../policy/account.ts'
import { needAgencyFor } from '../policy/agency.ts'
import { needRole } from '../policy/role.ts'
import { holdPerson } from '../queries/find-account.ts'
import { waitingRoles } from '../queries/waiting-roles.ts'
import { renewConfirmationCode } from '../sign-in/means.ts'

/** Writes that the reader wants this account to have a role; somebody else has to confirm it. */
export async function writeRequest(
  { client, reader, now, audit }: Context,
  account: string,
  role: string,
): Promise<void> {
  await client.query(
    'INSERT INTO role_request (id, account_id, role, requested_by, requested_at) VALUES ($1, $2, $3, $4, $5)',
    [randomUUID(), account, role, reader.account, now],
  )
  await audit({ action: 'role.requested', subjects: [account], body: { role } })
}

/**
 * Requests a role for somebody. Throws `role_needed`, `account_own`, `not_found`, `account_disabled`, `role_needs_agency`, and `role_held`
 * where they have it or it waits already.
 */
export async function requestRole(
  context: Context,
  { account, role }: { readonly account: string; readonly role: Role },
): Promise<void> {
  const { client, reader } = context
  needRole(reader, ['administrator'])
  needOther(reader, account)
  const person = await holdPerson(context, account)
  if (person.disabled) throw new ProofmarkError('account_disabled', { account: person.name })
  needAgencyFor([role], person)
  const waiting = await waitingRoles(client, account)
  const held = await client.query('SELECT FROM account_role WHERE account_id = $1 AND role = $2', [account, role])
  if (held.rowCount || waiting.includes(role)) throw new ProofmarkError('role_held', { account: person.name })
  // Whoever confirmed before knows the code of before.
  if (waiting.length === 0) await renewConfirmationCode(client, account)
  await writeRequest(context, account, role)
}

/**
 * Turns every role of an account, and every role that waits for it, into a request of the reader's, under a new code.
 * Answers the roles.
 */
export async function suspendRoles(context: Context, account: string): Promise<string[]> {
  const { client, reader, now } = context
  const withdrawn = await client.query<{ role: string }>(
    `UPDATE role_request SET verdict = 'withdrawn', decided_by = $2, decided_at = $3
     WHERE account_id = $1 AND verdict IS NULL RETURNING role`,
    [account, reader.account, now],
  )
  const taken = await client.query<{ role: string }>('DELETE FROM account_role WHERE account_id = $1 RETURNING role', [
    account,
  ])
  const roles = [...new Set([...taken.rows, ...withdrawn.rows].map(({ role }) => role))].sort()
  await renewConfirmationCode(client, account)
  for (const role of roles) await writeRequest(context, account, role)
  return roles
}
