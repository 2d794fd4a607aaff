import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'
import { needOther } from '../policy/account.ts'
import { needRole } from '../policy/role.ts'
import { holdPerson } from '../queries/find-account.ts'
import { takeMeans } from '../sign-in/means.ts'
import { type GivenLink, giveLink } from './give-link.ts'
import { helpLastAdministrator, keepAdministrator } from './keep-administrator.ts'
import { suspendRoles } from './request-role.ts'

/**
 * For somebody who cannot sign in any more: takes away all by which they did, suspends their roles until another person
 * confirms them, and gives a link to begin anew. Whoever resets an account so comes by none of its roles. The operator at the
 * machine resets the last administrator, and nobody else once there is one. Throws
 * `role_needed`, `account_own`, `not_found`, `account_disabled`, `last_administrator`, `token_needed`.
 */
export async function resetAccount(context: Context, account: string): Promise<GivenLink> {
  const { client, reader, now, audit } = context
  needRole(reader, ['administrator'])
  needOther(reader, account)
  const within = reader.installer ? helpLastAdministrator : keepAdministrator
  return within(context, async () => {
    const person = await holdPerson(context, account)
    if (person.disabled) throw new ProofmarkError('account_disabled', { account: person.name })
    await takeMeans(client, account, now)
    const roles = await suspendRoles(context, account)
    await audit({ action: 'account.reset', subjects: [account], body: { roles } })
    return giveLink(context, account, 'reset')
  })
}
