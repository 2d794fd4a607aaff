import { realpath } from 'node:fs/promises'
import pg from 'pg'
import type { Layout } from './layout.ts'
import { HOST, SUPERUSER } from './server.ts'

/** What a server on a port says when asked for our data with our password. */
export type Answer =
  /** It serves our cluster. */
  | { readonly kind: 'ready'; readonly version: string }
  /** It starts, recovers or stops: ask again. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'password_refused' }
  /** It knows the password, but serves another folder, such as a copy of ours. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'silent' }

const PATIENCE_MILLISECONDS = 3_000

// https://www.postgresql.org/docs/18/errcodes-appendix.html
const CANNOT_CONNECT_NOW = '57P03'
const PASSWORD_REFUSED = ['28P01', '28000']

/** Asks the server on this port, within some seconds. Never throws. */
export async function ask(layout: Layout, port: number, password: string): Promise<Answer> {
  const client = new pg.Client({
    host: HOST,
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    ssl: false,
    application_name: 'proofmark-launcher',
    connectionTimeoutMillis: PATIENCE_MILLISECONDS,
    query_timeout: PATIENCE_MILLISECONDS,
  })
  // Without a listener a connection lost between two calls would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string; version: string }>(
      `select current_setting('data_directory') as folder, current_setting('server_version') as version`,
    )
    const row = rows[0]
    if (row === undefined) return { kind: 'silent' }
    const folder = await realpath(row.folder).catch(() => row.folder)
    return folder === layout.cluster ? { kind: 'ready', version: row.version } : { kind: 'elsewhere' }
  } catch (error) {
    const state = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (state === CANNOT_CONNECT_NOW) return { kind: 'busy' }
    return { kind: PASSWORD_REFUSED.includes(state) ? 'password_refused' : 'silent' }
  } finally {
    await client.end().catch(() => undefined)
  }
}
