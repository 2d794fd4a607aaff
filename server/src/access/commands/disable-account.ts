import type { Context } from '../context.ts'
import { needOther } from '../policy/account.ts'
import { needRole } from '../policy/role.ts'
import { holdPerson } from '../queries/find-account.ts'
import { endSessions, voidLinks } from '../sign-in/means.ts'
import { keepAdministrator } from './keep-administrator.ts'
import { suspendRoles } from './request-role.ts'

/**
 * Disables an account at once, wherever it is signed in; or enables it, and its roles wait to be confirmed again. Throws
 * `role_needed`, `account_own`, `not_found`, `last_administrator`.
 */
export async function disableAccount(
  context: Context,
  { account, disabled }: { readonly account: string; readonly disabled: boolean },
): Promise<void> {
  const { client, reader, now, audit } = context
  needRole(reader, ['administrator'])
  needOther(reader, account)
  await keepAdministrator(context, async () => {
    const person = await holdPerson(context, account)
    if (person.disabled === disabled) return
    await client.query('UPDATE account SET disabled_at = $2 WHERE id = $1', [account, disabled ? now : null])
    if (disabled) {
      await endSessions(client, account, now, { tokens: true })
      await voidLinks(client, account, now)
      await audit({ action: 'account.disabled', subjects: [account] })
    } else {
      const roles = await suspendRoles(context, account)
      await audit({ action: 'account.enabled', subjects: [account], body: { roles } })
    }
  })
}

/** Ends all sessions and tokens of a person. Throws `role_needed`, `not_found`. */
export async function signOutAccount(context: Context, account: string): Promise<void> {
  const { client, reader, now, audit } = context
  needRole(reader, ['administrator'])
  await holdPerson(context, account)
  await endSessions(client, account, now, { tokens: true })
  await audit({ action: 'account.signed_out', subjects: [account] })
}
