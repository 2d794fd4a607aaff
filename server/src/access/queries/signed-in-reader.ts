import type pg from 'pg'
import type { Reader } from '../context.ts'
import { tokenHash } from '../rules/token.ts'
import { resolveReader } from './resolve-reader.ts'

const LIVING = 'token_sha256 = $1 AND revoked_at IS NULL AND expires_at > $2'

async function readerBy(
  pool: pg.Pool,
  table: 'session' | 'access_token',
  token: string,
  now: Date,
): Promise<Reader | null> {
  const { rows } = await pool.query<{ account: string }>(`SELECT account_id AS account FROM ${table} WHERE ${LIVING}`, [
    tokenHash(token),
    now,
  ])
  return rows[0] ? resolveReader(pool, rows[0].account, now) : null
}

/** The reader whose session this cookie opened, or null where it is unknown, over or revoked. */
export const readerBySession = (pool: pg.Pool, token: string, now: Date) => readerBy(pool, 'session', token, now)

/** The reader as whom a program acts with this named token, or null. */
export const readerByAccessToken = (pool: pg.Pool, token: string, now: Date) =>
  readerBy(pool, 'access_token', token, now)

/** The installer's shell; null from the moment at which the installation has an administrator. */
export async function installerReader(pool: pg.Pool, now: Date): Promise<Reader | null> {
  const { rows } = await pool.query<{ installer: string; administered: boolean }>(
    `SELECT i.id AS installer, EXISTS (
       SELECT FROM account a JOIN account_role r ON r.account_id = a.id
       WHERE r.role = 'administrator' AND a.disabled_at IS NULL) AS administered
     FROM account i WHERE i.kind = 'installer'`,
  )
  const found = rows[0]
  return found && !found.administered ? resolveReader(pool, found.installer, now) : null
}
