import type { SignInReason } from '@proofmark/contract/sign-in-words'
import type pg from 'pg'
import { writeEntry } from '../commands/write-entry.ts'
import { resolveReader } from '../queries/resolve-reader.ts'
import { methodOf, type OpenedBy, opensForEnrolment } from '../rules/opened-by.ts'
import { after, LIFETIME, newToken, tokenHash } from '../rules/token.ts'

export interface OpenedSession {
  readonly token: string
  readonly account: string
  readonly expires: Date
}

/** Why a method does not open a session, and for whom, where that is known. Told to the log, never to whoever asked. */
export interface Refusal {
  readonly reason: SignInReason
  readonly account: string | null
}

export interface NewSession {
  readonly account: string
  readonly by: OpenedBy
  readonly browser: string | null
  readonly now: Date
}

/**
 * Where every way of signing in ends: a new session, never one that was there before, with its entry in the log. A
 * refusal for a disabled account.
 */
export async function openSession(
  client: pg.ClientBase,
  { account, by, browser, now }: NewSession,
): Promise<OpenedSession | Refusal> {
  const reader = await resolveReader(client, account, now)
  if (!reader) return { reason: 'disabled', account }
  const token = newToken()
  const expires = after(now, opensForEnrolment(by) ? LIFETIME.linkSession : LIFETIME.session)
  await client.query(
    `INSERT INTO session (token_sha256, account_id, opened_at, last_seen_at, expires_at, opened_by, browser)
     VALUES ($1, $2, $3, $3, $4, $5, $6)`,
    [tokenHash(token), account, now, expires, by, browser],
  )
  await client.query(
    `INSERT INTO account_sign_in (account_id, last_sign_in_at) VALUES ($1, $2)
     ON CONFLICT (account_id) DO UPDATE SET last_sign_in_at = $2`,
    [account, now],
  )
  const actor = { account, agency: reader.agency?.id ?? null }
  await writeEntry(client, actor, null, {
    action: 'session.opened',
    subjects: [account],
    body: { method: methodOf(by), by },
  })
  return { token, account, expires }
}
