import type { SignInMethod } from '@proofmark/contract/sign-in-words'
import type pg from 'pg'
import type { Reader } from '../context.ts'
import { methodOf, type OpenedBy, opensForEnrolment } from '../rules/opened-by.ts'
import { after, isAhead, LIFETIME, tokenHash } from '../rules/token.ts'
import { ENROLLED, isAdministered, isInhabited } from './enrolled.ts'
import { resolveReader } from './resolve-reader.ts'

/** By what door a reader came in. */
export interface SignIn {
  readonly method: SignInMethod
  /** The session's own identifier; null for a token. */
  readonly session: string | null
  readonly openedAt: Date
  readonly expiresAt: Date
  readonly enrolled: boolean
  /** Nothing but their own means of signing in is open to them yet. */
  readonly enrolmentNeeded: boolean
}

export interface SignedIn {
  readonly reader: Reader
  readonly signIn: SignIn
}

/** What a cookie or token opened once and no longer does: its account, for the log. */
export interface Over {
  readonly over: string
}

/** Seen is written at most once in so many milliseconds. */
const SEEN_EVERY = 60 * 1000

interface SessionRow {
  readonly id: string
  readonly account: string
  readonly by: OpenedBy
  readonly opened: Date
  readonly expires: Date
  readonly revoked: Date | null
  readonly seen: Date
  readonly enrolled: boolean
}

/**
 * The reader whose session this cookie opened; null where it is unknown. Over: ended, revoked, idle for an hour, or opened
 * under a clock that ran ahead.
 */
export async function readerBySession(pool: pg.Pool, token: string, now: Date): Promise<SignedIn | Over | null> {
  const { rows } = await pool.query<SessionRow>(
    `SELECT s.id, s.account_id AS account, s.opened_by AS by, s.opened_at AS opened, s.expires_at AS expires,
       s.revoked_at AS revoked, s.last_seen_at AS seen, ${ENROLLED('a')} AS enrolled
     FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_sha256 = $1`,
    [tokenHash(token)],
  )
  const [found] = rows
  if (!found) return null
  const { id, account, by, opened, expires, seen, enrolled } = found
  if (found.revoked || expires <= now || after(seen, LIFETIME.idleSession) <= now || isAhead(opened, now))
    return { over: account }
  const reader = await resolveReader(pool, account, now)
  if (!reader) return { over: account }
  if (after(seen, SEEN_EVERY) <= now)
    await pool.query('UPDATE session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2', [id, now])
  const enrolmentNeeded = opensForEnrolment(by) && !enrolled
  const signIn = { method: methodOf(by), session: id, openedAt: opened, expiresAt: expires, enrolled, enrolmentNeeded }
  return { reader, signIn }
}

interface TokenRow {
  readonly account: string
  readonly issued: Date
  readonly expires: Date
  readonly revoked: Date | null
  readonly used: Date | null
  readonly enrolled: boolean
}

/** The reader as whom a program acts with this named token; null where it is unknown. */
export async function readerByAccessToken(pool: pg.Pool, token: string, now: Date): Promise<SignedIn | Over | null> {
  const { rows } = await pool.query<TokenRow>(
    `SELECT t.account_id AS account, t.issued_at AS issued, t.expires_at AS expires, t.revoked_at AS revoked,
       t.last_used_at AS used, ${ENROLLED('a')} AS enrolled
     FROM access_token t JOIN account a ON a.id = t.account_id WHERE t.token_sha256 = $1`,
    [tokenHash(token)],
  )
  const [found] = rows
  if (!found) return null
  const { account, issued, expires, used, enrolled } = found
  const over = found.revoked || expires <= now || isAhead(issued, now)
  const reader = over ? null : await resolveReader(pool, account, now)
  if (!reader) return { over: account }
  if (used === null || after(used, SEEN_EVERY) <= now)
    await pool.query('UPDATE access_token SET last_used_at = $2 WHERE token_sha256 = $1', [tokenHash(token), now])
  const signIn = { method: 'token', session: null, openedAt: issued, expiresAt: expires } as const
  return { reader, signIn: { ...signIn, enrolled, enrolmentNeeded: false } }
}

/** The installer's shell; null from the moment at which somebody can sign in, and ever after. */
export async function installerReader(pool: pg.Pool, now: Date): Promise<Reader | null> {
  if ((await isAdministered(pool)) || (await isInhabited(pool))) return null
  const { rows } = await pool.query<{ installer: string }>(
    `SELECT id AS installer FROM account WHERE kind = 'installer'`,
  )
  return rows[0] ? resolveReader(pool, rows[0].installer, now) : null
}
