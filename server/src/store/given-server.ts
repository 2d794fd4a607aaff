import { ProofmarkError } from '@proofmark/contract/errors'
import pg from 'pg'
import type { ConnectionUrl } from './connection.ts'

/** The first version whose grants say what a login may not become. */
const LEAST_VERSION = 16
const CONNECT_MS = 10_000

const REFUSALS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'unknown',
  EAI_AGAIN: 'unknown',
  ETIMEDOUT: 'silent',
  EHOSTUNREACH: 'silent',
  ENETUNREACH: 'silent',
  ECONNRESET: 'ended',
  '28P01': 'login',
  '28000': 'login',
  '3D000': 'absent',
  '53300': 'busy',
}

const reasonOf = (failure: unknown): string => {
  const { code = '', message = '' } = failure as { code?: string; message?: string }
  return REFUSALS[code] ?? (/timeout/.test(message) ? 'silent' : /terminated/.test(message) ? 'ended' : 'other')
}

/** Where it is, without login and password. Throws `database_unfit` for what is no address of a database. */
function addressOf(url: ConnectionUrl): string {
  const parsed = URL.canParse(url) ? new URL(url) : null
  const known = parsed?.protocol === 'postgresql:' || parsed?.protocol === 'postgres:'
  if (!parsed || !known || parsed.pathname.length < 2)
    throw new ProofmarkError('database_unfit', { reason: 'url', found: '' })
  return `${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}`
}

/** What there is to know of a given server and our login at it. */
export interface GivenServer {
  readonly version: string
  readonly encoding: string
  readonly readOnly: boolean
  readonly makesRoles: boolean
  readonly owns: boolean
}

const LOOK = `
  SELECT current_setting('server_version') AS version, pg_encoding_to_char(d.encoding) AS encoding,
    pg_is_in_recovery() OR current_setting('default_transaction_read_only')::bool AS "readOnly",
    r.rolsuper OR r.rolcreaterole AS "makesRoles", pg_has_role(d.datdba, 'USAGE') AS owns
  FROM pg_database d JOIN pg_roles r ON r.rolname = current_user WHERE d.datname = current_database()`

/** Why it cannot be ours, or null. */
export function unfitness(server: GivenServer): { readonly reason: string; readonly found: string } | null {
  const { version, encoding, readOnly, makesRoles, owns } = server
  if (Number.parseInt(version, 10) < LEAST_VERSION) return { reason: 'version', found: version }
  if (encoding !== 'UTF8') return { reason: 'encoding', found: encoding }
  if (readOnly) return { reason: 'read_only', found: '' }
  if (!makesRoles) return { reason: 'roles', found: '' }
  if (!owns) return { reason: 'owner', found: '' }
  return null
}

/**
 * Looks whether the operator's own PostgreSQL can be ours, before anything is changed in it. Throws
 * `database_unreachable` and `database_unfit`.
 */
export async function examineGivenServer(url: ConnectionUrl): Promise<void> {
  const address = addressOf(url)
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'proofmark set-up',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<GivenServer>(LOOK)
    const fault = rows[0] ? unfitness(rows[0]) : null
    if (fault) throw new ProofmarkError('database_unfit', fault)
  } catch (failure) {
    if (failure instanceof ProofmarkError) throw failure
    throw new ProofmarkError('database_unreachable', { address, reason: reasonOf(failure) }, failure)
  } finally {
    await client.end().catch(() => {})
  }
}
