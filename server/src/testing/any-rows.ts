import type pg from 'pg'

/** A value of each type; texts and identifiers are drawn, so that no two rows have one key. */
const ANY: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: 'gen_random_uuid()::text',
  bytea: `decode(repeat('00', 32), 'hex')`,
  bool: 'true',
  int2: '1',
  int4: 'v.id',
  int8: 'v.id',
  float8: '1',
  numeric: '1',
  json: `'{}'`,
  jsonb: `'{}'`,
  date: 'current_date',
  timestamptz: 'clock_timestamp()',
}

interface Column {
  readonly name: string
  readonly type: string
}

/**
 * Puts a row of every visibility class into each protected table that has none, whatever it says: for tests that ask who
 * sees which rows and not what they mean. What a row must say and point to is forgotten first, so the database is good for
 * nothing else afterwards. `owner`: a connection of whoever owns the tables.
 */
export async function fillProtectedTables(owner: pg.Client): Promise<void> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity ORDER BY 1`,
  )
  for (const { name } of tables) {
    const { rows: there } = await owner.query(`SELECT FROM ${name} LIMIT 1`)
    if (there.length > 0) continue
    const { rows: rules } = await owner.query<{ rule: string }>(
      `SELECT conname AS rule FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('c', 'f')`,
      [name],
    )
    for (const { rule } of rules) await owner.query(`ALTER TABLE ${name} DROP CONSTRAINT "${rule}"`)
    const { rows: columns } = await owner.query<Column>(
      `SELECT a.attname AS name, t.typname AS type FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
       WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'vis' AND a.attnotnull`,
      [name],
    )
    const values = columns.map(({ type }) => (type.startsWith('_') ? `'{}'` : ANY[type]))
    await owner.query(
      `INSERT INTO ${name} (${['vis', ...columns.map((column) => column.name)].join()})
       SELECT ${['v.id', ...values].join()} FROM visibility v`,
    )
  }
}
