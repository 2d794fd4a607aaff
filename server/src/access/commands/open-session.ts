import { randomBytes } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type pg from 'pg'
import { inTransaction } from '../../store/transaction.ts'
import { resolveReader } from '../queries/resolve-reader.ts'
import { LIFETIME, tokenHash } from '../rules/token.ts'
import { type Actor, NOBODY, writeEntry } from './write-entry.ts'

export interface OpenedSession {
  readonly token: string
  readonly account: string
  readonly expires: Date
}

interface Link {
  account: string
  kind: 'first_administrator' | 'demonstration'
  expires_at: Date | null
  used_at: Date | null
}

/** Takes the link, so that one that works once cannot work twice at the same moment. */
const TAKE_LINK = `
  SELECT account_id AS account, kind, expires_at, used_at FROM sign_in_link WHERE token_sha256 = $1 FOR UPDATE`

function refusal(link: Link, now: Date, local: boolean): string | null {
  if (link.expires_at && link.expires_at <= now) return 'expired'
  if (link.kind === 'first_administrator' && link.used_at) return 'used'
  if (link.kind === 'demonstration' && !local) return 'not_from_this_machine'
  return null
}

interface Refusal {
  readonly reason: string
  readonly actor: Actor
}

async function tryLink(
  client: pg.ClientBase,
  token: string,
  now: Date,
  local: boolean,
): Promise<OpenedSession | Refusal> {
  const { rows } = await client.query<Link>(TAKE_LINK, [tokenHash(token)])
  const link = rows[0]
  if (!link) return { reason: 'unknown', actor: NOBODY }
  const reason = refusal(link, now, local)
  const reader = reason ? null : await resolveReader(client, link.account, now)
  const actor = { account: link.account, agency: reader?.agency?.id ?? null }
  if (!reader) return { reason: reason ?? 'disabled', actor }
  await client.query('UPDATE sign_in_link SET used_at = $2 WHERE token_sha256 = $1', [tokenHash(token), now])
  if (link.kind === 'first_administrator') {
    await client.query(
      `INSERT INTO account_role (account_id, role) VALUES ($1, 'administrator') ON CONFLICT DO NOTHING`,
      [link.account],
    )
  }
  const session = randomBytes(32).toString('base64url')
  const expires = new Date(now.getTime() + LIFETIME.session)
  await client.query('INSERT INTO session (token_sha256, account_id, expires_at) VALUES ($1, $2, $3)', [
    tokenHash(session),
    link.account,
    expires,
  ])
  await writeEntry(client, actor, null, { action: 'session.opened', subjects: [link.account], body: { by: link.kind } })
  return { token: session, account: link.account, expires }
}

/**
 * Opens a session with the token of a sign-in link; that of the first administrator makes its account one, and ends the
 * time in which the shell acts as the installer. Whatever is wrong with it, the answer is the same
 * (`sign_in_link_refused`); the reason stands in the log.
 */
export async function openSession(pool: pg.Pool, token: string, now: Date, local: boolean): Promise<OpenedSession> {
  const outcome = await inTransaction(pool, (client) => tryLink(client, token, now, local))
  if ('token' in outcome) return outcome
  const { reason, actor } = outcome
  await writeEntry(pool, actor, null, { action: 'session.refused', outcome: 'refused', body: { reason } })
  throw new ProofmarkError('sign_in_link_refused')
}
