import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '../../testing/test-database.ts'
import { writeEntry } from '../commands/write-entry.ts'
import { logOrigin, logSigner } from './log-key.ts'
import { sequenceAll, sequenceBatch, signTree } from './sequence.ts'
import { verifyAccessLog } from './verify.ts'

const database = await testDatabase()
const log = database.pool('log')
const serve = database.pool('serve')
const { installation } = database
const signer = logSigner(installation.id, Buffer.alloc(32, 9))
const actor = { account: installation.installer, agency: null }
const write = (n: number) =>
  writeEntry(serve, actor, { purpose: 'trace' }, { action: 'record.found', body: { query: { serial: `TST${n}` } } })
const verify = (kept: readonly string[] = []) => verifyAccessLog(log, logOrigin(installation.id), kept)
const kinds = async (kept: readonly string[] = []) => {
  const { findings, tableFindings } = await verify(kept)
  return [...new Set([...findings, ...tableFindings].map(({ kind }) => kind))].sort()
}

/** What a tamperer with the owner's rights does, undone afterwards. */
async function tampered<Result>(
  statements: readonly string[],
  check: () => Promise<Result>,
  undo: readonly string[],
): Promise<Result> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  try {
    for (const statement of statements) await owner.query(statement)
    const result = await check()
    for (const statement of undo) await owner.query(statement)
    return result
  } finally {
    await owner.end()
  }
}

for (let n = 0; n < 60; n++) await write(n)
await sequenceAll(log)
const kept = (await signTree(log, signer))!
const entryAt = async (index: number) =>
  (await log.query<{ id: string }>('SELECT entry_id AS id FROM ledger_leaf WHERE index = $1', [index])).rows[0]!.id
const target = await entryAt(30)

test('an untouched log is sound, against its own checkpoints and one kept elsewhere', async () => {
  const verdict = await verify([kept])
  assert.equal(verdict.sound, true)
  assert.equal(verdict.size, 61)
  assert.equal(verdict.pending, 0)
})

test('an entry that was changed is found and named', async () => {
  await tampered([`UPDATE audit_entry SET purpose = 'oversight' WHERE id = '${target}'`], async () => {
    const { findings } = await verify()
    assert.deepEqual(
      findings.map((each) => [each.kind, 'id' in each ? each.id : null]),
      [['entry_changed', target]],
    )
  }, [`UPDATE audit_entry SET purpose = 'trace' WHERE id = '${target}'`])
})

test('a body that was changed is found and named, one that was erased is not a fault', async () => {
  await tampered(
    [
      `CREATE TABLE kept_entry AS SELECT * FROM audit_entry WHERE id = '${target}'`,
      `UPDATE audit_entry SET body = '{"query":{}}' WHERE id = '${target}'`,
    ],
    async () => assert.deepEqual(await kinds(), ['body_changed']),
    [],
  )
  await tampered(
    [`UPDATE audit_entry SET body = NULL, salt = NULL, erased_under = gen_random_uuid() WHERE id = '${target}'`],
    async () => assert.equal((await verify([kept])).sound, true),
    [
      `UPDATE audit_entry e SET body = k.body, salt = k.salt, erased_under = NULL FROM kept_entry k WHERE e.id = k.id`,
      'DROP TABLE kept_entry',
    ],
  )
})

test('an entry that was removed is found and named, with its leaf or without', async () => {
  const verdict = await tampered(
    [
      `CREATE TABLE kept_entry AS SELECT * FROM audit_entry WHERE id = '${target}'`,
      `DELETE FROM audit_entry WHERE id = '${target}'`,
    ],
    verify,
    [],
  )
  assert.deepEqual(verdict.tableFindings, [{ kind: 'entry_removed', index: 30, id: target }])
  const found = await tampered(
    [
      `CREATE TABLE kept_leaf AS SELECT * FROM ledger_leaf WHERE index = 30`,
      `DELETE FROM ledger_leaf WHERE index = 30`,
    ],
    kinds,
    [
      'INSERT INTO ledger_leaf SELECT * FROM kept_leaf',
      'INSERT INTO audit_entry SELECT * FROM kept_entry',
      'DROP TABLE kept_leaf',
      'DROP TABLE kept_entry',
    ],
  )
  assert.ok(found.includes('gap'))
})

test('an entry that was slipped in past the log is found and named', async () => {
  const slipped = '11111111-2222-4333-8444-555555555555'
  const verdict = await tampered(
    [
      `INSERT INTO audit_entry (id, actor, action, outcome, subjects, body_commitment, body, salt)
       SELECT '${slipped}', actor, action, outcome, subjects, body_commitment, body, salt FROM audit_entry WHERE id = '${target}'`,
    ],
    verify,
    [`DELETE FROM audit_entry WHERE id = '${slipped}'`],
  )
  assert.deepEqual(verdict.tableFindings, [{ kind: 'entry_unplaced', id: slipped }])
})

test('two entries that changed places are found', async () => {
  const swap = [
    `UPDATE ledger_leaf SET index = -1 WHERE index = 30`,
    `UPDATE ledger_leaf SET index = 30 WHERE index = 31`,
    `UPDATE ledger_leaf SET index = 31 WHERE index = -1`,
  ]
  assert.ok(
    (await tampered(swap, () => kinds([kept]), swap)).some(
      (kind) => kind === 'root_differs' || kind === 'rewritten_before',
    ),
  )
})

test('a log rewritten whole, with new checkpoints, is betrayed by a checkpoint kept elsewhere', async () => {
  const found = await tampered([
    'CREATE TABLE kept_tables AS SELECT l.index, l.entry_id, l.leaf_hash FROM ledger_leaf l',
    'CREATE TABLE kept_checkpoints AS SELECT * FROM ledger_checkpoint',
    'CREATE TABLE kept_frontier AS SELECT * FROM ledger_frontier',
    'DELETE FROM ledger_checkpoint',
    'DELETE FROM ledger_frontier',
    `INSERT INTO audit_queue SELECT entry_id FROM ledger_leaf ORDER BY entry_id`,
    'DELETE FROM ledger_leaf',
  ], async () => {
    await sequenceAll(log)
    await signTree(log, signer)
    return { alone: (await verify()).sound, against: (await verify([kept])).sound }
  }, [
    'DELETE FROM ledger_leaf',
    'DELETE FROM ledger_checkpoint',
    'DELETE FROM ledger_frontier',
    'INSERT INTO ledger_leaf SELECT * FROM kept_tables',
    'INSERT INTO ledger_checkpoint SELECT * FROM kept_checkpoints',
    'INSERT INTO ledger_frontier SELECT * FROM kept_frontier',
    'DROP TABLE kept_tables, kept_checkpoints, kept_frontier',
  ])
  assert.deepEqual(found, { alone: true, against: false })
})

test('entries that commit out of order all get a place, whatever their identifiers', async () => {
  const late = new pg.Client({ connectionString: database.url('serve') })
  await late.connect()
  await late.query('BEGIN')
  const held = await writeEntry(late, actor, null, { action: 'record.seen' })
  for (let n = 0; n < 5; n++) await write(100 + n)
  await sequenceAll(log)
  await late.query('COMMIT')
  await late.end()
  assert.equal(await sequenceBatch(log), 1)
  const { rows } = await log.query('SELECT FROM ledger_leaf WHERE entry_id = $1', [held])
  assert.equal(rows.length, 1)
  assert.equal((await verify([kept])).sound, true)
})

test('a transaction that is rolled back leaves no entry and no gap', async () => {
  const before = (await verify()).size
  const client = new pg.Client({ connectionString: database.url('serve') })
  await client.connect()
  await client.query('BEGIN')
  await writeEntry(client, actor, null, { action: 'record.seen' })
  await client.query('ROLLBACK')
  await client.end()
  await sequenceAll(log)
  assert.equal((await verify([kept])).size, before)
})

test('two sequencers at once give every entry one place', async () => {
  await Promise.all(Array.from({ length: 200 }, (_, n) => write(200 + n)))
  await Promise.all([sequenceAll(log), sequenceAll(log)])
  await sequenceAll(log)
  const verdict = await verify([kept])
  assert.equal(verdict.sound, true)
  assert.equal(verdict.pending, 0)
})
