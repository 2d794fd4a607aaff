import type { SignInReason } from '@proofmark/contract/sign-in-words'
import type pg from 'pg'
import { isAdministered } from '../queries/enrolled.ts'
import { tokenHash } from '../rules/token.ts'
import { attemptToOpen, type Caller, type SignInServices } from './attempt.ts'
import { type OpenedSession, openSession, type Refusal } from './open-session.ts'

interface Link {
  account: string
  kind: 'first_administrator' | 'demonstration' | 'invitation' | 'reset'
  expires_at: Date | null
  used_at: Date | null
}

/** Takes the link, so that one that works once cannot work twice at the same moment. */
const TAKE_LINK = `
  SELECT account_id AS account, kind, expires_at, used_at FROM sign_in_link WHERE token_sha256 = $1 FOR UPDATE`

function fault({ kind, expires_at, used_at }: Link, { now, local }: Caller): SignInReason | null {
  if (expires_at && expires_at <= now) return 'expired'
  if (kind !== 'demonstration' && used_at) return 'used'
  if (kind === 'demonstration' && !local) return 'not_from_this_machine'
  return null
}

async function tryLink(client: pg.ClientBase, token: string, caller: Caller): Promise<OpenedSession | Refusal> {
  const { rows } = await client.query<Link>(TAKE_LINK, [tokenHash(token)])
  const [link] = rows
  if (!link) return { reason: 'unknown', account: null }
  const { account, kind } = link
  const reason = fault(link, caller)
  if (reason) return { reason, account }
  // Somebody else became administrator in the meantime.
  if (kind === 'first_administrator' && (await isAdministered(client))) return { reason: 'used', account }
  await client.query('UPDATE sign_in_link SET used_at = $2 WHERE token_sha256 = $1', [tokenHash(token), caller.now])
  if (kind === 'first_administrator') {
    await client.query(
      `INSERT INTO account_role (account_id, role) VALUES ($1, 'administrator') ON CONFLICT DO NOTHING`,
      [account],
    )
  }
  return openSession(client, { account, by: kind, browser: caller.browser, now: caller.now })
}

/**
 * Opens a session with the token of a sign-in link; that of the first administrator makes its account one. Whatever is
 * wrong with it, the answer is the same (`sign_in_link_refused`); the reason stands in the log.
 */
export const signInByLink = (services: SignInServices, caller: Caller, token: string): Promise<OpenedSession> =>
  attemptToOpen(services, caller, { method: 'link', code: 'sign_in_link_refused' }, (client) =>
    tryLink(client, token, caller),
  )
