import { ROLES, type Role } from '@proofmark/contract/roles'
import type pg from 'pg'
import type { Reader } from '../context.ts'
import { classReaders, mayRead, type VisibilityClass } from '../rules/may-read.ts'

type Connection = pg.ClientBase | pg.Pool

const LISTED: readonly string[] = ROLES
const isRole = (word: string): word is Role => LISTED.includes(word)

/** Compartments that the account is let into at this moment. */
async function compartmentsOf(connection: Connection, account: string, now: Date): Promise<string[]> {
  const { rows } = await connection.query<{ compartment: string }>(
    `SELECT compartment_id AS compartment FROM (
       SELECT DISTINCT ON (compartment_id) compartment_id, part, until FROM compartment_member
       WHERE account_id = $1 ORDER BY compartment_id, number DESC
     ) last WHERE part <> 'none' AND (until IS NULL OR until > $2)`,
    [account, now],
  )
  return rows.map(({ compartment }) => compartment)
}

/** The classes that agencies read as such, and those of these compartments. */
async function listClasses(connection: Connection, compartments: readonly string[]): Promise<VisibilityClass[]> {
  const { rows } = await connection.query<Omit<VisibilityClass, 'readers'> & { readers: string[]; ends: Date[] }>(
    `SELECT id, agency_id AS agency, source_visibility AS "sourceVisibility", handling, readers, reader_ends AS ends,
       compartment_id AS compartment
     FROM visibility WHERE compartment_id IS NULL OR compartment_id = ANY ($1::uuid[]) ORDER BY id`,
    [compartments],
  )
  return rows.map(({ readers, ends, ...row }) => ({ ...row, readers: classReaders(readers, ends) }))
}

/**
 * The account as a reader, with the classes that it may see at the moment `now`. Null when there is no such account or it is
 * disabled. Only people who work with records see any: an administrator alone sees none.
 */
export async function resolveReader(connection: Connection, account: string, now: Date): Promise<Reader | null> {
  const { rows } = await connection.query<{
    name: string
    kind: string
    agency: string | null
    agencyName: string | null
    roles: string[]
  }>(
    `SELECT a.name, a.kind, a.agency_id AS agency, g.name AS "agencyName",
       coalesce((SELECT array_agg(role ORDER BY role) FROM account_role WHERE account_id = a.id), '{}') AS roles
     FROM account a LEFT JOIN agency g ON g.id = a.agency_id
     WHERE a.id = $1 AND a.disabled_at IS NULL`,
    [account],
  )
  const found = rows[0]
  if (!found) return null
  const roles = found.roles.filter(isRole)
  const installer = found.kind === 'installer'
  const classes = await listClasses(connection, await compartmentsOf(connection, account, now))
  const sees = (each: VisibilityClass) =>
    installer || Boolean(each.compartment) || (found.agency !== null && mayRead(found.agency, each, now))
  const worksWithRecords =
    installer || roles.some((role) => role !== 'administrator' && role !== 'data_protection_officer')
  return {
    account,
    name: found.name,
    agency: found.agency === null ? null : { id: found.agency, name: found.agencyName ?? '' },
    roles,
    installer,
    classes: worksWithRecords ? classes.filter(sees).map(({ id }) => id) : [],
  }
}

/**
 * An account of a process that acts in the name of an agency, for what came from outside: it sees what the agency may see,
 * and holds no role.
 */
export async function processReaderFor(
  connection: Connection,
  { account, name }: Pick<Reader, 'account' | 'name'>,
  agency: string,
  now: Date,
): Promise<Reader> {
  const { rows } = await connection.query<{ name: string }>('SELECT name FROM agency WHERE id = $1', [agency])
  const classes = (await listClasses(connection, [])).filter((each) => mayRead(agency, each, now)).map(({ id }) => id)
  return { account, name, agency: { id: agency, name: rows[0]?.name ?? '' }, roles: [], installer: false, classes }
}
