import type pg from 'pg'
import { newConfirmationCode } from '../rules/confirmation-code.ts'

/** A new code for whoever confirms roles of this account. */
export async function renewConfirmationCode(client: pg.ClientBase, account: string): Promise<void> {
  await client.query(
    `INSERT INTO account_sign_in (account_id, confirmation_code) VALUES ($1, $2)
     ON CONFLICT (account_id) DO UPDATE SET confirmation_code = $2`,
    [account, newConfirmationCode()],
  )
}

/** Notes when an account could sign in for the first time; it is never taken back. */
export async function noteFirstEnrolment(client: pg.ClientBase, account: string, now: Date): Promise<void> {
  await client.query(
    'UPDATE account_sign_in SET first_enrolled_at = $2 WHERE account_id = $1 AND first_enrolled_at IS NULL',
    [account, now],
  )
}

/** Makes every unused link of an account worthless; a demonstration's stay. */
export async function voidLinks(client: pg.ClientBase, account: string, now: Date): Promise<void> {
  await client.query(
    `UPDATE sign_in_link SET used_at = $2 WHERE account_id = $1 AND used_at IS NULL AND kind <> 'demonstration'`,
    [account, now],
  )
}

/** Ends sessions and tokens of an account at once, but for one session that may stay. Answers how many sessions ended. */
export async function endSessions(
  client: pg.ClientBase,
  account: string,
  now: Date,
  { but = null, tokens }: { readonly but?: string | null; readonly tokens: boolean },
): Promise<number> {
  const ended = await client.query(
    `UPDATE session SET revoked_at = $2
     WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND id IS DISTINCT FROM $3::uuid`,
    [account, now, but],
  )
  if (tokens)
    await client.query('UPDATE access_token SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL', [
      account,
      now,
    ])
  return ended.rowCount ?? 0
}

/** Takes away all by which somebody signs in, and wherever they are signed in. */
export async function takeMeans(client: pg.ClientBase, account: string, now: Date): Promise<void> {
  for (const table of ['passkey', 'account_password', 'second_factor', 'sign_in_ticket'] as const)
    await client.query(`DELETE FROM ${table} WHERE account_id = $1`, [account])
  await voidLinks(client, account, now)
  await endSessions(client, account, now, { tokens: true })
}
