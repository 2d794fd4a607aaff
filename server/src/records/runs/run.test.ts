import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../testing/test-database.ts'
import { holdBy } from './run.ts'

const database = await testDatabase()

test('works on one source follow each other, and a few sources are worked on at once, never so many that none can go on', async () => {
  // Four connections: if each of six works kept one and waited for another, none would ever end.
  const pool = database.pool('serve')
  const hold = holdBy(pool)
  const now = new Map<string, number>()
  let most = 0
  const work = async (source: string) => {
    now.set(source, (now.get(source) ?? 0) + 1)
    assert.equal(now.get(source), 1, 'two at work on one source')
    most = Math.max(
      most,
      [...now.values()].reduce((sum, each) => sum + each, 0),
    )
    for (let turn = 0; turn < 3; turn++) await pool.query('SELECT pg_sleep(0.01)')
    now.set(source, 0)
    return source
  }
  const sources = ['a', 'b', 'c', 'd', 'e', 'a', 'b']
  const done = await Promise.all(sources.map((source) => hold(source, () => work(source))))
  assert.deepEqual(done, sources)
  assert.ok(most > 1 && most <= 3, String(most))
})

test('whoever fails lets the next one in', async () => {
  const hold = holdBy(database.pool('serve'))
  await assert.rejects(
    hold('a', () => Promise.reject(new Error('broken'))),
    { message: 'broken' },
  )
  assert.equal(await hold('a', async () => 'in'), 'in')
})
