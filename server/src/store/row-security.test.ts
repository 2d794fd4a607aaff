import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import { judge } from '../linkage/commands/judge.ts'
import { openRun } from '../linkage/matching/run/open-run.ts'
import { workOnRun } from '../linkage/matching/run/work-on-run.ts'
import { fillProtectedTables } from '../testing/any-rows.ts'
import { matchAll, recordOf } from '../testing/matching.ts'
import { sourceWith, twoAgencies } from '../testing/nation.ts'
import { releasesOfTest } from '../testing/releases.ts'
import { testDatabase } from '../testing/test-database.ts'
import { readerTransaction } from './reader-transaction.ts'

const database = await testDatabase()
const people = await twoAgencies(database)

const profile = {
  profile: 1,
  key: 'id',
  fields: { serial: 'serial', make: 'make', date: 'date' },
  persons: { holder: 'holder' },
} as const
for (const [name, agency, visibility, handling] of [
  ['open', 'Police of XA', 'open', 'H0'],
  ['pointing', 'Police of XA', 'pointer', 'H0'],
  ['silent', 'Customs of XA', 'silent', 'H3'],
  ['restricted', 'Customs of XA', 'open', 'H2'],
] as const) {
  const rows = Array.from(
    { length: 6 },
    (_, at) => `${name}-${at},TKR${10_007 + at * 31},Zorbo,2021-01-01,Somebody ${at}`,
  )
  const csv = `id,serial,make,date,holder\n${rows.join('\n')}\n${name}-bad,TKR1,Zorbo,never,Somebody\n`
  await sourceWith(database, { name, kind: 'seizure', agency, visibility, handling }, csv, profile)
}
await matchAll(database)
const { id: run } = await openRun(database.pool('match'))
await workOnRun(database.pool('match'), run, { threads: 1 })
const ends = [await recordOf(database, 'open-0'), await recordOf(database, 'silent-0')] as const
await database.as(await database.installer(), (context) =>
  judge(context, { id: randomUUID(), record: ends[0], other: ends[1], about: 'firearm', verdict: 'same' }),
)
const customs = (await database.reader(people.customs)).agency!.id
for (const key of ['open-1', 'pointing-1'])
  await releasesOfTest(database).release(people.police, { records: [await recordOf(database, key)], to: customs })
// A file that is being sent.
const owner = new pg.Client({ connectionString: database.ownerUrl })
await owner.connect()
await owner.query(
  `INSERT INTO upload_chunk (import_id, number, vis, content)
   SELECT i.id, 0, s.vis, '\\x00' FROM import_run i JOIN source s ON s.id = i.source_id`,
)
// Pairs that wait, that somebody took, and of which a second reading is asked for.
const { rows: accounts } = await owner.query<{ id: string }>('SELECT id FROM account ORDER BY id LIMIT 2')
const PAIRS = `SELECT DISTINCT ON (a.vis, b.vis) a.id AS one, b.id AS two, a.vis, b.vis AS other_vis, a.source_id AS source,
  b.source_id AS other_source FROM record a JOIN record b ON a.id < b.id`
await owner.query(
  `INSERT INTO review_pair (record_id, circle, other_id, vis, other_vis, source_id, other_source_id, kind, probability, worth)
   SELECT one, decode(repeat('00', 16), 'hex'), two, vis, other_vis, source, other_source, 'undecided', 0.5, 1 FROM (${PAIRS}) AS p`,
)
await owner.query(
  `INSERT INTO review_assignment (record_id, other_id, agency_id, vis, other_vis, account_id, given_by)
   SELECT one, two, $1, vis, other_vis, $2, $2 FROM (${PAIRS}) AS p`,
  [customs, accounts[0]!.id],
)
await owner.query(
  `INSERT INTO second_opinion (record_id, other_id, id, vis, other_vis, asked_of, asked_by, agency_id)
   SELECT one, two, gen_random_uuid(), vis, other_vis, $2, $3, $1 FROM (${PAIRS}) AS p`,
  [customs, accounts[0]!.id, accounts[1]!.id],
)
// What was asked abroad, by one agency of each class, what came back, and how it ended.
const NOTHING = `decode(repeat('00', 32), 'hex')`
const by = [accounts[0]!.id]
await owner.query(
  `INSERT INTO trace_request (id, agency_id, vis, direction, records, content_hmac, opened_by)
   SELECT gen_random_uuid(), agency_id, id, 'outgoing', '{}', ${NOTHING}, $1 FROM visibility`,
  by,
)
for (const [into, columns, values] of [
  ['trace_form', 'version, channel, form, saved_by', `1, 'siena', '{}', $1`],
  ['trace_transition', 'number, state, by_account', `1, 'draft', $1`],
  [
    'trace_reply',
    'id, number, door, message, content_hmac, records, received_by',
    `id, 1, 'hand', '{}', ${NOTHING}, '{}', $1`,
  ],
  ['trace_closing', 'number, origin_status, outcome, why, closed_by', `1, 'traced_partial', 'to_dealer', '', $1`],
  ['trace_approval', 'closing, approved, why, approved_by', `1, true, '', $1`],
] as const)
  await owner.query(
    `INSERT INTO ${into} (request_id, vis, ${columns}) SELECT id, vis, ${values} FROM trace_request`,
    by,
  )
await owner.query(
  `INSERT INTO trace_finding (request_id, vis, number, occasion, finding) SELECT id, vis, 1, 'sent', '{}' FROM trace_request`,
)
await fillProtectedTables(owner)
await owner.end()

interface Protected {
  readonly vis: number
  readonly other_vis?: number
}
const all = database.pool('backup')
const { rows: tables } = await all.query<{ name: string }>(
  `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity ORDER BY 1`,
)
const rowsOf = new Map<string, Protected[]>()
for (const { name } of tables) rowsOf.set(name, (await all.query<Protected>(`SELECT * FROM ${name}`)).rows)
const { rows: made } = await all.query<{ id: number }>('SELECT id FROM visibility ORDER BY id')
const classes = made.map(({ id }) => id)

const text = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort()

test('every protected table has rows of several classes, so that the next tests say something of it', () => {
  for (const [name, rows] of rowsOf) assert.ok(new Set(rows.map(({ vis }) => vis)).size > 1, name)
})

test('whatever policy code forgets: whoever selects all of a table gets the rows of their classes and no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray(classes), async (seen) => {
      await readerTransaction(database.pool('serve'), seen, async ({ client }) => {
        for (const [name, rows] of rowsOf) {
          const due = rows.filter(({ vis, other_vis }) => seen.includes(vis) && seen.includes(other_vis ?? vis))
          const { rows: got } = await client.query<Protected>(`SELECT * FROM ${name}`)
          assert.deepEqual(text(got), text(due), name)
          const { rows: counted } = await client.query<{ n: number }>(`SELECT count(*)::int4 AS n FROM ${name}`)
          assert.equal(counted[0]!.n, due.length, `how many of ${name}`)
        }
      })
    }),
    { numRuns: 20 },
  )
})

test('nor does a condition of the reader’s own, however cheap it claims to be, get to see a row before it is filtered', async () => {
  const [seen] = classes
  const peeked: string[] = []
  await readerTransaction(database.pool('serve'), [seen!], async ({ client }) => {
    const peek = ({ message }: { readonly message?: string | undefined }) => void peeked.push(message ?? '')
    client.on('notice', peek)
    await client.query(
      `CREATE FUNCTION pg_temp.peek(value text) RETURNS bool LANGUAGE plpgsql COST 0.0001
       AS $$ BEGIN RAISE NOTICE '%', value; RETURN true; END $$`,
    )
    await client.query('SELECT FROM record WHERE pg_temp.peek(source_key)')
    client.off('notice', peek)
  })
  const due = await all.query<{ key: string }>('SELECT source_key AS key FROM record WHERE vis = $1', [seen])
  assert.deepEqual(peeked.sort(), due.rows.map(({ key }) => key).sort())
})

test('what is not theirs to read, the serving process can neither change nor take for another class', async () => {
  const [seen, hidden] = classes
  const change = (statement: string) =>
    readerTransaction(database.pool('serve'), [seen!], async ({ client }) => (await client.query(statement)).rowCount)
  const own = await all.query('SELECT FROM record WHERE vis = $1', [seen])
  assert.equal(await change('UPDATE record SET version = version'), own.rowCount)
  assert.equal(await change(`DELETE FROM posting WHERE vis = ${hidden}`), 0)
  await assert.rejects(change(`UPDATE record SET vis = ${hidden}`), { code: '42501' })
  await assert.rejects(
    change(`INSERT INTO class_tally (vis, records) VALUES (${hidden}, 1) ON CONFLICT (vis) DO UPDATE SET records = 0`),
    { code: '42501' },
  )
})

test('in none of the protected tables do they write, move or delete what is of another class than theirs', async () => {
  const [seen] = classes
  for (const [name, rows] of rowsOf) {
    const hidden = rows.find(({ vis, other_vis }) => vis !== seen && other_vis !== seen)!
    const other = hidden.other_vis === undefined ? '' : `AND other_vis = ${hidden.other_vis}`
    const { rows: asJson } = await all.query<{ row: object }>(
      `SELECT to_jsonb(t) AS row FROM ${name} t WHERE vis = ${hidden.vis} ${other} LIMIT 1`,
    )
    const attempt = (statement: string, values: unknown[] = []) =>
      readerTransaction(
        database.pool('serve'),
        [seen!],
        async ({ client }) => (await client.query(statement, values)).rowCount,
      )
    const { rows: columns } = await all.query<{ column: string; insert: boolean; update: boolean }>(
      `SELECT attname AS column, has_column_privilege('pm_serve', $1, attname, 'INSERT') AS insert,
         has_column_privilege('pm_serve', $1, attname, 'UPDATE') AS update
       FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
      [name],
    )
    const written = columns.filter(({ insert }) => insert).map(({ column }) => `"${column}"`)
    if (written.length > 0)
      await assert.rejects(
        attempt(
          `INSERT INTO ${name} (${written}) SELECT ${written} FROM jsonb_populate_record(NULL::public.${name}, $1)`,
          [JSON.stringify(asJson[0]!.row)],
        ),
        { code: '42501' },
        `insert into ${name}`,
      )
    for (const { column, update } of columns)
      if (update) {
        const none = await attempt(`UPDATE ${name} SET "${column}" = "${column}" WHERE vis <> ${seen}`)
        assert.equal(none, 0, `update of ${name}`)
      }
    const own = rows.some(({ vis, other_vis }) => vis === seen && (other_vis ?? seen) === seen)
    if (own)
      await assert.rejects(attempt(`UPDATE ${name} SET vis = ${hidden.vis}`), { code: '42501' }, `move of ${name}`)
    const deleted = await attempt(`DELETE FROM ${name} WHERE vis <> ${seen}`).catch(({ code }) => code)
    assert.ok(deleted === 0 || deleted === '42501', `delete from ${name}`)
  }
})

test('functions that run as the owner of the tables look for names nowhere but in the schema', async () => {
  const { rows } = await all.query<{ name: string; config: string[] | null; everybody: boolean }>(
    `SELECT proname AS name, proconfig AS config,
       EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) a WHERE a.grantee = 0) AS everybody
     FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef`,
  )
  assert.ok(rows.length > 3)
  for (const { name, config, everybody } of rows) {
    assert.ok(
      config?.some((each) => /^search_path=public, pg_temp$/.test(each)),
      name,
    )
    assert.equal(everybody, false, `${name} is for whom it was granted to`)
  }
})
