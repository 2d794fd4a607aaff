import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { issueAccessToken } from '../access/commands/issue-token.ts'
import { createPool } from '../store/connection.ts'
import { personOf } from '../testing/desks.ts'
import { sourceWith } from '../testing/nation.ts'
import { serveApp } from '../testing/serve-app.ts'
import { testDatabase } from '../testing/test-database.ts'

const AGENCIES = ['Police', 'Customs', 'Inland Service'] as const
type AgencyName = (typeof AGENCIES)[number]
const REQUESTS = 500
const GROUNDS = { purpose: 'trace' } as const

const database = await testDatabase()
const tokens = new Map<AgencyName, string>()
for (const agency of AGENCIES) {
  const account = await personOf(database, agency, `officer of ${agency}`, ['analyst', 'recorder', 'data_steward'])
  const token = await database.as(await database.installer(), (context) => issueAccessToken(context, account, 'test'))
  tokens.set(agency, token)
  // The same firearms in each, under keys that say whose they are.
  const rows = Array.from({ length: 12 }, (_, at) => `${agency} ${at},TKR${10_000 + 7 * at},Taurus,Porto ${at % 4}`)
  await sourceWith(
    database,
    { name: `${agency} seizures`, kind: 'seizure', agency },
    `id,serial,make,place\n${rows.join('\n')}\n`,
  )
}
const pool = createPool(database.url('serve'), 2)
after(() => pool.end())
const address = await serveApp(database, pool)

const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) })
/** What people ask, in turn: what is answered, what is refused, what fails. */
const QUESTIONS: readonly [string, RequestInit][] = [
  ['/api/find', post({ serial: 'TKR10007', grounds: GROUNDS })],
  ['/api/find', post({ serial: 'TKR1000?', limit: 200, grounds: GROUNDS })],
  ['/api/search', post({ words: 'Porto', limit: 200, grounds: GROUNDS })],
  ['/api/matches.csv?purpose=trace', {}],
  ['/api/sources', {}],
  ['/api/imports', {}],
  ['/api/records/show', post({ record: '00000000-0000-8000-8000-000000000000', grounds: GROUNDS })],
  ['/api/find', post({ serial: '?', grounds: GROUNDS })],
  ['/api/imports/99999999999999999999', {}],
]

/** Asks one question; every fourth is given up on the way, at another moment each time. Null: no answer came. */
async function request(turn: number): Promise<{ readonly agency: AgencyName; readonly text: string } | null> {
  const agency = AGENCIES[Math.floor(turn / QUESTIONS.length) % AGENCIES.length]!
  const [path, init] = QUESTIONS[turn % QUESTIONS.length]!
  const leaving = new AbortController()
  const headers = { authorization: `Bearer ${tokens.get(agency)}`, 'content-type': 'application/json' }
  if (turn % 4 === 1) setTimeout(() => leaving.abort(), turn % 40)
  try {
    const answer = await fetch(address + path, { ...init, headers, signal: leaving.signal })
    return { agency, text: await answer.text() }
  } catch {
    return null
  }
}

const owner = createPool(database.ownerUrl, 1)
after(() => owner.end())

/** Cancels the statements under way or ends their connections, as a time limit or a fault may. */
const disturb = (turn: number) =>
  owner.query(
    `SELECT ${turn % 2 === 0 ? 'pg_cancel_backend' : 'pg_terminate_backend'}(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active'`,
  )

test('500 requests of three agencies over two connections, many given up or cut off, show nobody a row of another', async () => {
  const answers: NonNullable<Awaited<ReturnType<typeof request>>>[] = []
  let given = 0
  const workers = Array.from({ length: 12 }, async () => {
    while (given < REQUESTS) {
      const turn = given++
      if (turn % 50 === 25) await disturb(turn / 25)
      const answer = await request(turn)
      if (answer) answers.push(answer)
    }
  })
  await Promise.all(workers)
  const foreign = answers.filter(({ agency, text }) =>
    AGENCIES.some((other) => other !== agency && text.includes(other)),
  )
  assert.deepEqual(foreign, [])
  const own = answers.filter(({ agency, text }) => text.includes(agency))
  assert.ok(own.length > 100, `${own.length} of ${answers.length} answers held rows`)
})

test('afterwards no connection carries a setting of anybody, and the pool serves', async () => {
  const clients = await Promise.all([pool.connect(), pool.connect()])
  for (const client of clients) {
    const { rows } = await client.query(
      `SELECT coalesce(current_setting('pm.vis', true), '') AS vis, current_setting('statement_timeout') AS timeout,
         (SELECT count(*)::int4 FROM record) AS seen, (SELECT count(*)::int4 FROM pg_locks WHERE locktype = 'advisory'
           AND pid = pg_backend_pid()) AS held`,
    )
    assert.deepEqual(rows, [{ vis: '', timeout: '0', seen: 0, held: 0 }])
    client.release()
  }
  assert.deepEqual([pool.totalCount, pool.idleCount, pool.waitingCount], [2, 2, 0])
  for (const turn of [0, 9, 18]) {
    const { agency, text } = (await request(turn * 4))!
    assert.ok(text.includes(agency), text)
  }
})
