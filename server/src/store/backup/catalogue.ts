import { ProofmarkError } from '@proofmark/contract/errors'
import type pg from 'pg'
import { loadOrder } from './load-order.ts'
import type { BackupTable } from './manifest.ts'

/**
 * Sessions, tokens and links, second factors, whose key stays on its machine, and what lives for minutes: no backup holds
 * them, so a restore voids them.
 */
export const LEFT_OUT: readonly string[] = [
  'sign_in_link',
  'session',
  'access_token',
  'second_factor',
  'sign_in_ticket',
  'sign_in_throttle',
]

interface TableRow {
  readonly name: string
  readonly columns: string[]
  readonly refersTo: string[]
  readonly readable: boolean
  readonly hidesRows: boolean
}

/** Policies that decide what `pm_backup` reads: one must show it everything, and none may take away. */
const TABLES = `
  SELECT c.relname::text AS name,
    has_table_privilege(c.oid, 'SELECT') AS readable,
    ARRAY(
      SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY a.attnum
    ) AS columns,
    ARRAY(
      SELECT DISTINCT target.relname::text
      FROM pg_constraint k JOIN pg_class target ON target.oid = k.confrelid
      WHERE k.conrelid = c.oid AND k.contype = 'f'
    ) AS "refersTo",
    c.relrowsecurity AND (
      NOT EXISTS (
        SELECT FROM pg_policy p
        WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd IN ('r', '*')
          AND to_regrole('pm_backup')::oid = ANY (p.polroles) AND pg_get_expr(p.polqual, p.polrelid) = 'true'
      ) OR EXISTS (
        SELECT FROM pg_policy p
        WHERE p.polrelid = c.oid AND NOT p.polpermissive AND p.polcmd IN ('r', '*')
          AND (0 = ANY (p.polroles) OR to_regrole('pm_backup')::oid = ANY (p.polroles))
      )
    ) AS "hidesRows"
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND c.relname <> ALL ($1)
    AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
    )`

async function readTables(client: pg.ClientBase): Promise<TableRow[]> {
  const { rows } = await client.query<TableRow>(TABLES, [LEFT_OUT])
  return loadOrder(rows)
}

/** The tables of which a backup consists, in the order in which they can be loaded. */
export async function listTables(client: pg.ClientBase): Promise<BackupTable[]> {
  return (await readTables(client)).map(({ name, columns }) => ({ name, columns }))
}

/**
 * The same, for the login that takes the backup. Throws `backup_incomplete` for a table that it may not read or of which
 * row-level security may hide rows from it: a forgotten policy must fail here, never drop rows.
 */
export async function listReadableTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const tables = await readTables(client)
  for (const { name, readable, hidesRows } of tables) {
    if (!readable) throw new ProofmarkError('backup_incomplete', { relation: name })
    if (hidesRows) throw new ProofmarkError('backup_incomplete', { relation: name })
  }
  return tables.map(({ name, columns }) => ({ name, columns }))
}

/**
 * The last number that each sequence gave. Read in the transaction that copies, whose snapshot is older: so no copied
 * row bears a higher one. Throws `backup_incomplete` for a sequence that may not be read.
 */
export async function listSequences(client: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; readable: boolean; last: string | null }>(
    `SELECT s.sequencename::text AS name, s.last_value::text AS last,
       has_sequence_privilege(format('%I.%I', s.schemaname, s.sequencename), 'SELECT') AS readable
     FROM pg_sequences s WHERE s.schemaname = 'public'`,
  )
  const hidden = rows.find(({ readable }) => !readable)
  if (hidden) throw new ProofmarkError('backup_incomplete', { relation: hidden.name })
  return Object.fromEntries(rows.flatMap(({ name, last }) => (last === null ? [] : [[name, last]])))
}
