import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { testDatabase } from '../testing/test-database.ts'
import { listMigrations } from './migrate.ts'

const database = await testDatabase()
const pool = database.pool('backup')

async function rows<Row extends object>(query: string): Promise<Row[]> {
  return (await pool.query<Row>(query)).rows
}

/** What distribute.sql says of each table. */
async function layout(): Promise<Map<string, { kind: 'distributed' | 'reference' | 'local'; column: string | null }>> {
  const text = await readFile(new URL('./distribute.sql', import.meta.url), 'utf8')
  const laid = new Map<string, { kind: 'distributed' | 'reference' | 'local'; column: string | null }>()
  for (const [, table, column] of text.matchAll(/create_distributed_table\('(\w+)', '(\w+)'/g))
    laid.set(table!, { kind: 'distributed', column: column! })
  for (const [, table] of text.matchAll(/create_reference_table\('(\w+)'\)/g))
    laid.set(table!, { kind: 'reference', column: null })
  for (const [, table] of text.matchAll(/^-- local: (\w+)$/gm)) laid.set(table!, { kind: 'local', column: null })
  return laid
}

const laid = await layout()
const protectedTables = async () =>
  rows<{ table: string }>(
    `SELECT relname AS table FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity`,
  )

test('every table is laid out in distribute.sql, and nothing else is', async () => {
  const tables = await rows<{ table: string }>(
    `SELECT relname AS table FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
  )
  assert.deepEqual(tables.map(({ table }) => table).sort(), [...laid.keys()].sort())
})

test('every primary and unique key of a distributed table holds its distribution column', async () => {
  const keys = await rows<{ table: string; name: string; columns: string[] }>(`
    SELECT c.relname AS table, i.relname AS name, array_agg(a.attname::text) AS columns
    FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (x.indkey)
    WHERE c.relnamespace = 'public'::regnamespace AND x.indisunique GROUP BY 1, 2`)
  for (const { table, name, columns } of keys) {
    const column = laid.get(table)?.column
    if (column) assert.ok(columns.includes(column), `${name} lacks ${column}`)
  }
})

test('foreign keys of a distributed table lead to reference tables or along its distribution column', async () => {
  const keys = await rows<{ table: string; target: string; columns: string[]; name: string }>(`
    SELECT c.conname AS name, t.relname AS table, f.relname AS target, array_agg(a.attname::text) AS columns
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class f ON f.oid = c.confrelid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (c.conkey) WHERE c.contype = 'f' GROUP BY 1, 2, 3`)
  assert.ok(keys.length > 5)
  for (const { table, target, columns, name } of keys) {
    const from = laid.get(table)
    const to = laid.get(target)
    if (from?.kind !== 'distributed') assert.notEqual(to?.kind, 'distributed', `${name} leads to a distributed table`)
    else if (to?.kind === 'distributed')
      assert.ok(columns.includes(from.column ?? ''), `${name} leaves the distribution column`)
    else assert.equal(to?.kind, 'reference', name)
  }
})

test('there are no triggers of ours, no identity columns, and no function marked leakproof', async () => {
  assert.deepEqual(await rows(`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal`), [])
  assert.deepEqual(await rows(`SELECT attname FROM pg_attribute WHERE attidentity <> '' AND attrelid >= 16384`), [])
  assert.deepEqual(
    await rows(`SELECT proname FROM pg_proc WHERE proleakproof AND pronamespace = 'public'::regnamespace`),
    [],
  )
})

test('every row of a distributed table bears its visibility class under row-level security; a local table has none', async () => {
  const secured = new Set((await protectedTables()).map(({ table }) => table))
  const withVis = await rows<{ table: string }>(
    `SELECT table_name AS table FROM information_schema.columns WHERE column_name = 'vis' AND table_schema = 'public'`,
  )
  const bearing = new Set(withVis.map(({ table }) => table))
  for (const [table, { kind }] of laid) {
    if (kind === 'distributed') assert.ok(secured.has(table) && bearing.has(table), `${table} is not protected`)
    if (kind === 'local') assert.ok(!secured.has(table), `${table} is local and has row-level security`)
  }
})

test('policies of the serving process read the row and its setting alone, and nothing else', async () => {
  const policies = await rows<{ table: string; using: string | null; check: string | null; roles: string[] }>(
    `SELECT tablename AS table, qual AS using, with_check AS check, roles::text[] AS roles FROM pg_policies WHERE schemaname = 'public'`,
  )
  const wanted = `(vis = ANY ((NULLIF(current_setting('pm.vis'::text, true), ''::text))::integer[]))`
  // A row about two records is for those who may read both.
  const ofBoth = `(${wanted} AND ${wanted.replace('vis', 'other_vis')})`
  const pairs = await rows<{ table: string }>(
    `SELECT table_name AS table FROM information_schema.columns WHERE column_name = 'other_vis' AND table_schema = 'public'`,
  )
  for (const { table, using, check, roles } of policies) {
    assert.equal(roles.length, 1)
    const expected = pairs.some((pair) => pair.table === table) ? ofBoth : wanted
    if (roles[0] === 'pm_serve') assert.deepEqual([using, check], [expected, expected], table)
    else assert.equal(using, 'true', `${table} for ${roles[0]}`)
  }
  for (const { table } of await protectedTables()) {
    const readers = policies.filter((each) => each.table === table).flatMap(({ roles }) => roles)
    assert.ok(readers.includes('pm_serve') && readers.includes('pm_backup'), `${table} lacks a policy`)
  }
})

/**
 * What a release leaves where it is: persons, files and rows that came back stay in the class of the source, requests in
 * that of the agency that asks or answers, recoveries and exhibits in that of the agency that recovered, ballistic results
 * in that of the agency that examined.
 */
const STAYING = [
  'source',
  'record_person',
  'upload_chunk',
  'import_reject',
  'class_tally',
  'match_again',
  'match_run_tally',
  'trace_request',
  'trace_mark',
  'trace_record',
  'trace_form',
  'trace_transition',
  'trace_reply',
  'trace_permission',
  'trace_finding',
  'trace_closing',
  'trace_approval',
  'recovery',
  'recovery_version',
  'recovery_person',
  'recovery_country',
  'exhibit',
  'correction_settlement',
  'ballistic_item',
  'ballistic_item_version',
  'ballistic_result',
  'ballistic_referral',
  'custody_event',
  'custody_answer',
  'custody_outside',
  'custody_explanation',
  'custody_order',
  'custody_hold',
  'custody_hold_lift',
  'custody_lineage',
  'custody_seal',
  'custody_standing',
  'storage_place',
  'stocktake',
  'stocktake_scan',
  'stocktake_scan_withdrawal',
  'stocktake_report',
  'disposal',
  'disposal_witness',
  'disposal_exhibit',
  'disposal_signature',
  'disposal_withdrawal',
  'clearance_question',
  'clearance_answer',
  'clearance_hold',
  'clearance_let_go',
  'evidence_file',
  'evidence_file_part',
  'evidence_file_copy',
  'original_grant',
  'exhibit_examination',
  'recovery_join',
  'paper_form',
  'case_file',
  'case_entry',
  'case_name',
  'case_document',
  'case_document_part',
  'case_graph',
  'thing',
  'thing_value',
  'tie',
  'thing_judgement',
  'deconfliction_question',
  'planned_operation',
  'deconfliction_told',
  'deconfliction_introduction',
  'deconfliction_declined',
  'pointer_told',
]

test('a release moves every row that bears the class of its record, on either side, or the table is named as staying', async () => {
  const [{ body }] = (await rows<{ body: string }>(
    `SELECT prosrc AS body FROM pg_proc WHERE proname = 'move_records'`,
  )) as [{ body: string }]
  const moved = [...body.matchAll(/UPDATE (\w+) SET (vis|other_vis) = to_class/g)].map(([, ...of]) => of.join('.'))
  const bearing = await rows<{ place: string }>(
    `SELECT table_name || '.' || column_name AS place FROM information_schema.columns
     WHERE column_name IN ('vis', 'other_vis') AND table_schema = 'public'`,
  )
  const expected = bearing.map(({ place }) => place).filter((place) => !STAYING.includes(place.split('.')[0]!))
  assert.deepEqual(moved.sort(), expected.sort())
})

test('a function that acts as the owner of the tables pins its names and is for the processes that need it', async () => {
  const functions = await rows<{ name: string; pinned: boolean; open: boolean }>(`
    SELECT proname AS name, coalesce('search_path=public, pg_temp' = ANY (proconfig), false) AS pinned,
      has_function_privilege('public', oid, 'EXECUTE') AS open
    FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace`)
  assert.ok(functions.length >= 2)
  for (const { name, pinned, open } of functions) assert.deepEqual([pinned, open], [true, false], name)
})

test('no login of a process owns anything, is privileged, or may become another', async () => {
  const roles = await rows<{ name: string }>(`
    SELECT rolname AS name FROM pg_roles
    WHERE rolname LIKE 'pm\\_%' AND rolname NOT LIKE '%migrate' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`)
  assert.deepEqual(roles, [])
  const owned = await rows(
    `SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname LIKE 'pm\\_%' AND r.rolname NOT LIKE '%migrate' AND c.relnamespace = 'public'::regnamespace`,
  )
  assert.deepEqual(owned, [])
  const settable = await rows(
    `SELECT m.member::regrole FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname LIKE 'pm\\_test%' AND m.set_option`,
  )
  assert.deepEqual(settable, [])
})

test('the serving process can write to the access log and read none of it', async () => {
  const serve = database.pool('serve')
  for (const table of ['audit_entry', 'audit_queue', 'ledger_leaf', 'pointer']) {
    await assert.rejects(serve.query(`SELECT * FROM ${table}`), { code: '42501' }, table)
  }
  for (const change of [
    'UPDATE audit_entry SET action = action',
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    'DELETE FROM record',
    'UPDATE record_version SET raw = raw',
  ]) {
    await assert.rejects(serve.query(change), { code: '42501' }, change)
  }
})

test('the matching process sees what it matches by, and no raw row, person or key of a source', async () => {
  const match = database.pool('match')
  await match.query('SELECT record_id, norm, skeleton, make, item FROM reading')
  await match.query('SELECT event, date_from, date_to, place FROM record_version')
  for (const query of [
    'SELECT raw FROM record_version',
    'SELECT * FROM record_person',
    'SELECT source_key FROM record',
    'SELECT stated FROM record_version',
    'SELECT * FROM judgement',
    'SELECT * FROM session',
  ]) {
    await assert.rejects(match.query(query), { code: '42501' }, query)
  }
})

test('the columns that the code knows are those of the migrated database', async () => {
  const files = await Promise.all(
    [
      './tables.ts',
      './access-tables.ts',
      './ballistic-tables.ts',
      './pair-tables.ts',
      './custody-tables.ts',
      './case-tables.ts',
      './chain-tables.ts',
      './deconfliction-tables.ts',
      './trace-tables.ts',
      './exchange-tables.ts',
      './exchange-ledger-tables.ts',
      './private-tables.ts',
    ].map((file) => readFile(new URL(file, import.meta.url), 'utf8')),
  )
  const body = files.map((text) => text.slice(text.search(/export interface \w*Tables/))).join('\n')
  const known = new Map<string, string[]>()
  for (const [, table, columns] of body.matchAll(/^ {2}(\w+): \{([\s\S]*?)(?:^ {2}\}| \})$/gm)) {
    known.set(table!, [...columns!.matchAll(/(?:^|[;\n{ ])(\w+):/g)].map(([, column]) => column!).sort())
  }
  const actual = await rows<{ table: string; columns: string[] }>(
    `SELECT table_name::text AS table, array_agg(column_name::text ORDER BY column_name) AS columns FROM information_schema.columns WHERE table_schema = 'public' GROUP BY 1`,
  )
  for (const { table, columns } of actual) assert.deepEqual(known.get(table), [...columns].sort(), table)
})

test('landed migrations are frozen: each still has the checksum it landed with', async () => {
  const frozen = await readFile(new URL('./migrations/checksums.txt', import.meta.url), 'utf8')
  const lines = (await listMigrations()).map(({ checksum, name }) => `${checksum}  ${name}`)
  assert.deepEqual(frozen.trim().split('\n'), lines)
})
