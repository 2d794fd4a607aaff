import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { homeShow } from '@proofmark/contract/schemas/home'
import { judge } from '../../linkage/commands/judge.ts'
import { secondJudgement } from '../../linkage/commands/withdraw-judgement.ts'
import { desksOfTest, personOf, questionOf } from '../../testing/desks.ts'
import { matchAll, recordOf } from '../../testing/matching.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { listWaits } from './list-waits.ts'

const database = await testDatabase()
const { police, customs } = await twoAgencies(database)
const recorder = await personOf(database, 'Police of XA', 'recorder', ['recorder'])
const analyst = await personOf(database, 'Police of XA', 'analyst', ['analyst'])
const administrator = await personOf(database, 'Police of XA', 'administrator', ['administrator'])
const { ask, answer } = desksOfTest(database)

const waitsOf = async (account: string, after: Date | null = null) => {
  const waits = await database.as(await database.reader(account), (context) => listWaits(context, after))
  homeShow.parse({ waits })
  return Object.fromEntries(waits.map(({ kind, count }) => [kind, count]))
}
const source = (name: string, more: object, csv: string) =>
  sourceWith(database, { name, kind: 'seizure', agency: 'Police of XA', ...more }, csv)

test('nothing is told where nothing waits', async () => {
  for (const account of [police, recorder, administrator]) assert.deepEqual(await waitsOf(account), {})
})

test('records wait to be matched for those alone who may see them, and texts for the stewards', async () => {
  await source('covert', { agency: 'Customs of XA', visibility: 'silent' }, 'id,serial,make\nC1,TST5001,Quuxwerke\n')
  assert.deepEqual(await waitsOf(police), {})
  assert.deepEqual(await waitsOf(customs), { texts_unread: 1, matching: 1 })
  const { rejects } = await source('open', {}, 'id,serial,make\nP1,TST1001,Quuxwerke\nP2,TST1002,Zorbarms\n')
  assert.deepEqual(rejects, [])
  assert.deepEqual(await waitsOf(police), { texts_unread: 2, matching: 2 })
  assert.deepEqual(await waitsOf(recorder), { matching: 2 })
  assert.deepEqual(await waitsOf(administrator), {})
  await matchAll(database)
  assert.deepEqual(await waitsOf(recorder), {})
})

test('a question waits for the desk that was asked, and its answer for the asker until it has been seen', async () => {
  const question = questionOf({ reference: 'case 9' })
  await ask(customs, question)
  assert.deepEqual(await waitsOf(analyst), { questions_open: 1, notices: 1 })
  assert.deepEqual(await waitsOf(recorder), {}, 'who writes records down has no part in inquiries')
  await answer(analyst, question.id)
  assert.deepEqual(await waitsOf(analyst), { notices: 1 })
  const { texts_unread: _, ...asker } = await waitsOf(customs)
  assert.deepEqual(asker, { questions_answered: 1, notices: 1 })
  assert.deepEqual(await waitsOf(customs, new Date(Date.now() + 60_000)), { texts_unread: 1 })
})

test('a verdict waits for a second person and not for whoever made it, until somebody confirms it', async () => {
  await source('evidence room', { fourEyes: true }, 'id,serial,make\nE1,TST1001,Taurus\n')
  await matchAll(database)
  const [record, other] = [await recordOf(database, 'E1'), await recordOf(database, 'P1')]
  const made = await database.as(await database.reader(police), (context) =>
    judge(context, { id: randomUUID(), about: 'firearm', verdict: 'same', record, other }),
  )
  assert.equal((await waitsOf(analyst)).verdicts, 1)
  assert.equal((await waitsOf(police)).verdicts, undefined)
  assert.equal((await waitsOf(customs)).verdicts, undefined, 'of records that are hidden no verdict is told')
  const about = { id: randomUUID(), record, other, number: made.number }
  await database.as(await database.reader(analyst), (context) => secondJudgement(context, about))
  assert.equal((await waitsOf(analyst)).verdicts, undefined)
})

test('an import that failed or was left waits for those of its agency who take records in', async () => {
  const { import: left } = await source('left', {}, 'id,serial\nF1,TST3001\n')
  await matchAll(database)
  for (const state of ['failed', 'running', 'taking_back']) {
    await database.services.pool.query('UPDATE import_run SET state = $1 WHERE id = $2', [state, left])
    assert.deepEqual(await waitsOf(recorder), { imports_left: 1 }, state)
  }
  assert.equal((await waitsOf(customs)).imports_left, undefined)
  assert.equal((await waitsOf(analyst)).imports_left, undefined)
})

test('the numbers of one’s own desk are no entry of the log', async () => {
  const entries = async () => (await database.pool('backup').query('SELECT FROM audit_entry')).rowCount
  const before = await entries()
  await waitsOf(police)
  assert.equal(await entries(), before)
})
