import pg from 'pg'
import { LEFT_OUT, listTables } from './catalogue.ts'
import { copyIn, inCopyTransaction } from './copy.ts'
import { BackupFault } from './fault.ts'
import type { BackupTable, Manifest } from './manifest.ts'
import type { BackupContents, OpenBackup } from './read-backup.ts'
import { tallyRows } from './tally.ts'

/**
 * Loads a backup into freshly made tables of its own schema version, whole or not at all, as their owner. Throws
 * `backup_unreadable` where the file holds other tables, columns or counts than it should.
 */
export async function loadBackup(
  ownerUrl: string,
  backup: OpenBackup,
  manifest: Manifest,
  onRows: (table: string, rows: number) => void,
): Promise<BackupContents> {
  return inCopyTransaction(ownerUrl, 'READ COMMITTED', async (client) => {
    const tables = await listTables(client)
    refuseOtherTables(tables, manifest.tables)
    // A migration may have put rows of its own; the backup has them too.
    const leftOut = await thoseThere(client, LEFT_OUT)
    const all = [...tables.map(({ name }) => name), ...leftOut].map((name) => `public.${pg.escapeIdentifier(name)}`)
    await client.query(`TRUNCATE ${all.join(', ')}`)
    const contents = await backup.read((table, rows) => copyIn(client, table, counting(table.name, rows, onRows)))
    await compareCounts(client, contents)
    await raiseSequences(client, contents.manifest.sequences)
    return contents
  })
}

/** An older backup's schema may not have all of these tables yet. */
async function thoseThere(client: pg.Client, names: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass('public.' || quote_ident(name)) IS NOT NULL`,
    [names],
  )
  return rows.map(({ name }) => name)
}

async function* counting(
  table: string,
  rows: AsyncIterable<Buffer>,
  onRows: (table: string, rows: number) => void,
): AsyncGenerator<Buffer> {
  const tally = tallyRows()
  for await (const bytes of rows) {
    tally.add(bytes)
    yield bytes
    onRows(table, tally.rows())
  }
}

function refuseOtherTables(made: readonly BackupTable[], held: readonly BackupTable[]): void {
  const describe = (tables: readonly BackupTable[]) =>
    tables
      .map(({ name, columns }) => `${name} (${[...columns].sort().join(', ')})`)
      .sort()
      .join('; ')
  if (describe(made) !== describe(held))
    throw new BackupFault('contents', 'Its tables are not those of its own migrations.')
}

async function compareCounts(client: pg.Client, { manifest, trailer }: BackupContents): Promise<void> {
  for (const { name } of manifest.tables) {
    const { rows } = await client.query<{ rows: string }>(
      `SELECT count(*) AS rows FROM public.${pg.escapeIdentifier(name)}`,
    )
    const wanted = trailer.tables[name]?.rows
    if (Number(rows[0]?.rows) !== wanted)
      throw new BackupFault('contents', `Of ${wanted} rows of ${name} came ${rows[0]?.rows}.`)
  }
}

/** No sequence gives a number again that it gave before the backup, or that stands in a column which it numbers. */
async function raiseSequences(client: pg.Client, last: Manifest['sequences']): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string | null; column: string | null }>(
    `SELECT s.relname::text AS sequence, t.relname::text AS "table", a.attname::text AS "column"
     FROM pg_class s
     LEFT JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = s.oid
     LEFT JOIN pg_attrdef f ON f.oid = d.objid
     LEFT JOIN pg_class t ON t.oid = f.adrelid
     LEFT JOIN pg_attribute a ON a.attrelid = f.adrelid AND a.attnum = f.adnum
     WHERE s.relkind = 'S' AND s.relnamespace = 'public'::regnamespace`,
  )
  for (const { sequence, table, column } of rows) {
    const given = last[sequence] ?? null
    const standing =
      table === null || column === null
        ? 'NULL'
        : `(SELECT max(${pg.escapeIdentifier(column)}) FROM public.${pg.escapeIdentifier(table)})`
    await client.query(
      `SELECT setval($1::regclass, number) FROM (SELECT greatest($2::int8, ${standing}) AS number) AS highest
       WHERE number >= (SELECT start_value FROM pg_sequences WHERE schemaname = 'public' AND sequencename = $3)`,
      [`public.${pg.escapeIdentifier(sequence)}`, given, sequence],
    )
  }
}
