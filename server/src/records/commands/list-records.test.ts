import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withSessionLock } from '../../store/session-lock.ts'
import { importText, installersPlace, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { sourceLock } from '../queries/find-import.ts'
import { listSources } from '../queries/list-sources.ts'
import { judgeWholeImport } from '../runs/judge-import.ts'
import { listRecords } from './list-records.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const place = installersPlace(database)
const backup = database.pool('backup')

let sources = 0
const newSource = (more: object = {}) =>
  ({ name: `source ${++sources}`, kind: 'seizure', agency: 'Police of XA', visibility: 'open', ...more }) as const
const rowsOf = (prefix: string, count: number, word = 'TST'): string =>
  `id,serial\n${Array.from({ length: count }, (_, n) => `${prefix}${n},${word}${1000 + n}`).join('\n')}\n`

async function idOf(name: string): Promise<string> {
  const { rows } = await backup.query<{ id: string }>('SELECT id FROM source WHERE name = $1', [name])
  return rows[0]!.id
}

type Page = Awaited<ReturnType<typeof listRecords>>
const as = async (who: 'police' | 'customs', source: string, more: { limit?: number; after?: string } = {}) =>
  database.as(await database.reader(people[who]), (context) => listRecords(context, { source, limit: 100, ...more }))

/** All pages, and what is done between the first and the second. */
async function keysOf(source: string, limit: number, between: () => Promise<unknown> = async () => {}, who = 'police') {
  const keys: string[] = []
  let after: string | undefined
  let pages = 0
  do {
    const page: Page = await as(who as 'police', source, { limit, ...(after === undefined ? {} : { after }) })
    keys.push(...page.records.map(({ key }) => key))
    if (pages++ === 0) await between()
    after = page.next ?? undefined
  } while (after !== undefined)
  return keys
}

test('the records of the last import come first, each once, and what was taken back vanishes', async () => {
  const source = newSource()
  await sourceWith(database, source, rowsOf('A', 5))
  const second = await importText(database, source.name, `id,serial\nA1,TST9001\n${rowsOf('B', 3).slice(10)}`)
  const id = await idOf(source.name)
  const keys = await keysOf(id, 2)
  assert.deepEqual(keys.slice(0, 4).sort(), ['A1', 'B0', 'B1', 'B2'])
  assert.deepEqual(keys.slice(4).sort(), ['A0', 'A2', 'A3', 'A4'])
  const whole = await as('police', id)
  assert.deepEqual([whole.records.map(({ key }) => key), whole.next], [keys, null])
  assert.equal(whole.records.find(({ key }) => key === 'A1')?.item.serial.norm, 'TST9001')
  await judgeWholeImport(place, { import: second.import, verdict: 'taken_back' })
  assert.deepEqual((await keysOf(id, 2)).sort(), ['A0', 'A1', 'A2', 'A3', 'A4'])
})

test('reading on meets every record once, although an import changes those that are still to come and adds more', async () => {
  const source = newSource()
  await sourceWith(database, source, rowsOf('A', 30))
  const id = await idOf(source.name)
  const before = await keysOf(id, 7)
  const changed = `id,serial\n${before.map((key) => `${key},TSX2000`).join('\n')}\n${rowsOf('N', 20).slice(10)}`
  const keys = await keysOf(id, 7, () => importText(database, source.name, changed))
  assert.deepEqual(keys, before)
  assert.equal((await keysOf(id, 7)).length, 50)
})

test('what an import under way has moved is met where it was, and what it adds once it has ended', async () => {
  const source = newSource()
  await sourceWith(database, source, rowsOf('A', 10))
  const id = await idOf(source.name)
  const before = await keysOf(id, 3)
  const half = await importText(database, source.name, `${rowsOf('A', 5, 'TSX')}${rowsOf('N', 3).slice(10)}`)
  const state = (word: string) =>
    database.services.pool.query('UPDATE import_run SET state = $1 WHERE id = $2', [word, half.import])
  await state('running')
  let letGo = () => {}
  const atWork = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let work: Promise<unknown> = Promise.resolve()
  await new Promise<void>((resolve) => {
    work = withSessionLock(database.services.pool, sourceLock(id), 0, () => {
      resolve()
      return atWork
    })
  })
  const keys = await keysOf(id, 3, async () => {
    letGo()
    await work
    await state('done')
    await importText(database, source.name, rowsOf('A', 10, 'TSY'))
  })
  assert.deepEqual(keys, before)
  assert.equal((await keysOf(id, 3)).length, 13)
})

test('a source that is hidden and one that does not exist are refused alike, and a place of one opens no other', async () => {
  const hidden = newSource({ visibility: 'pointer' })
  await sourceWith(database, hidden, rowsOf('H', 3))
  const open = newSource()
  await sourceWith(database, open, rowsOf('O', 3))
  const [hiddenId, openId] = [await idOf(hidden.name), await idOf(open.name)]
  for (const what of [hiddenId, '0190a0b0-1111-7111-8111-0123456789ab'])
    await assert.rejects(as('customs', what), { code: 'not_found', parameters: { what } })
  const { next } = await as('police', hiddenId, { limit: 1 })
  await assert.rejects(as('customs', openId, { after: next! }), { code: 'body_invalid' })
  assert.deepEqual(await keysOf(openId, 1, async () => {}, 'customs'), await keysOf(openId, 1))
})

test('the look is in the log with the records that were shown', async () => {
  const source = newSource()
  await sourceWith(database, source, rowsOf('L', 2))
  const shown = await as('customs', await idOf(source.name))
  const { rows } = await backup.query<{ subjects: string[]; body: object }>(
    `SELECT subjects, body FROM audit_entry WHERE action = 'records.listed' AND actor = $1 ORDER BY recorded_at DESC LIMIT 1`,
    [people.customs],
  )
  assert.deepEqual(
    rows[0]?.subjects,
    shown.records.map(({ record }) => record),
  )
  assert.deepEqual(rows[0]?.body, { source: source.name, records: 2 })
})

test('the list of sources tells when records came in of the reader’s own alone', async () => {
  const source = newSource({ fourEyes: true, retentionYears: 20 })
  const { import: last } = await sourceWith(database, source, rowsOf('S', 4))
  const seenBy = async (who: 'police' | 'customs') =>
    (await database.as(await database.reader(people[who]), listSources)).find(({ name }) => name === source.name)!
  const [own, others] = [await seenBy('police'), await seenBy('customs')]
  assert.deepEqual([own.own, own.records, own.fourEyes, own.retentionYears, own.reviewYears], [true, 4, true, 20, 3])
  assert.deepEqual([own.lastImport?.import, own.lastImport?.door], [last, 'file'])
  assert.deepEqual([others.own, others.records, others.lastImport], [false, 4, null])
})
