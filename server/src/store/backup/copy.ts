import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import type { BackupTable } from './manifest.ts'

/** COPY's text form depends on these; both ends set them, whatever the server's or the login's defaults are. */
const TEXT_FORM = `
  SET LOCAL client_encoding = 'UTF8';
  SET LOCAL timezone = 'UTC';
  SET LOCAL datestyle = 'ISO, YMD';
  SET LOCAL intervalstyle = 'iso_8601';
  SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 1;
  SET LOCAL search_path = public, pg_catalog;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`

/** Runs `work` on a connection of its own in one transaction. Commits when it fulfils. */
export async function inCopyTransaction<Result>(
  url: string,
  isolation: 'READ COMMITTED' | 'REPEATABLE READ READ ONLY',
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'proofmark backup' })
  // A connection that breaks fails the query that stands on it; without a listener it would end the process too.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`BEGIN ISOLATION LEVEL ${isolation}`)
    await client.query(TEXT_FORM)
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } finally {
    // The server rolls back what was not committed.
    await client.end()
  }
}

const names = (columns: readonly string[]): string => columns.map((column) => pg.escapeIdentifier(column)).join(', ')
const qualified = (table: string): string => `public.${pg.escapeIdentifier(table)}`

/** All rows of a table, in COPY's text form. */
export function copyOut(client: pg.ClientBase, { name, columns }: BackupTable): AsyncIterable<Buffer> {
  return client.query(to(`COPY (SELECT ${names(columns)} FROM ${qualified(name)}) TO STDOUT`))
}

/** Loads rows into a table. */
export async function copyIn(
  client: pg.ClientBase,
  { name, columns }: BackupTable,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  await pipeline(rows, client.query(from(`COPY ${qualified(name)} (${names(columns)}) FROM STDIN`)))
}
