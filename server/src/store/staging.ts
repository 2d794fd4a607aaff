import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** A value on its way into a staging table; an array of numbers is an array there. */
export type Staged = string | number | boolean | null | Buffer | readonly number[]

/** By the name of a column, its type in PostgreSQL. */
export type StagingColumns = Readonly<Record<string, string>>

const SPECIAL = /[\\\n\r\t]/
const EVERY_SPECIAL = /[\\\n\r\t]/g
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A field in the text format of COPY. */
function field(value: Staged): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') {
    return SPECIAL.test(value) ? value.replace(EVERY_SPECIAL, (one) => ESCAPES[one]!) : value
  }
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  return Array.isArray(value) ? `{${value.join(',')}}` : String(value)
}

/** One line in the text format of COPY (PostgreSQL, COPY, “Text Format”). */
export const copyLine = (values: readonly Staged[]): string => `${values.map(field).join('\t')}\n`

/** Lines that are sent at once: enough to fill a packet, few enough to be garbage soon. */
const LINES = 100

function* inPackets<Row>(rows: readonly Row[], lineOf: (row: Row) => readonly Staged[]): Generator<Buffer> {
  for (let at = 0; at < rows.length; at += LINES) {
    let text = ''
    for (const row of rows.slice(at, at + LINES)) text += copyLine(lineOf(row))
    yield Buffer.from(text)
  }
}

/**
 * Puts rows into a staging table of this connection, whose rows go with the transaction; those that an earlier call of
 * the same transaction left are taken away first. From there they go on by INSERT … SELECT: COPY straight into a table
 * under row-level security is refused by PostgreSQL.
 */
export async function stage<Row>(
  client: pg.ClientBase,
  table: string,
  columns: StagingColumns,
  rows: readonly Row[],
  lineOf: (row: Row) => readonly Staged[],
): Promise<void> {
  const definition = Object.entries(columns).map(([name, type]) => `${name} ${type}`)
  await client.query(
    `CREATE TEMPORARY TABLE IF NOT EXISTS ${table} (${definition.join(', ')}) ON COMMIT DELETE ROWS;
     TRUNCATE pg_temp.${table}`,
  )
  await pipeline(inPackets(rows, lineOf), client.query(copyFrom(`COPY pg_temp.${table} FROM STDIN`)))
}
