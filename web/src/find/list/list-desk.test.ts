import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AnswerError, type Client } from '@proofmark/contract/client'
import { createListDesk, MOST_ROWS, PART } from './list-desk.ts'

interface Asked {
  readonly body: string
  readonly query: unknown
  readonly signal: AbortSignal
  readonly answer: (rows: number, more?: boolean) => void
  readonly fail: (error: Error) => void
}

/** A desk whose calls wait to be answered by the test. */
function deskOf() {
  const asked: Asked[] = []
  const call = ((_: string, body: string, query: unknown, signal: AbortSignal) =>
    new Promise((resolve, fail) => {
      const rowsOf = (count: number) =>
        Array.from({ length: count }, (_, n) => ({
          row: n + 2,
          serial: `S${n}`,
          stated: {},
          searched: true,
          reason: null,
          weak: false,
          candidates: [],
          others: 0,
        }))
      const answer = (rows: number, more = false) => resolve({ rows: rowsOf(rows), more })
      asked.push({ body, query, signal, answer, fail })
    })) as unknown as Client
  const saved: unknown[] = []
  const desk = createListDesk({
    call,
    saveTable: async (content, query) => void saved.push([content, query]),
  })
  return { desk, asked, saved }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))
const GROUNDS = { purpose: 'trace', reference: 'case 7' } as const
const lines = (count: number) => Array.from({ length: count }, (_, n) => `TKR${1000 + n}`).join('\n')

test('pasted rows are asked for part by part, keep their lines, and say how far they are', async () => {
  const { desk, asked } = deskOf()
  desk.change({ text: lines(PART + 2) })
  desk.look(GROUNDS)
  assert.deepEqual(desk.state().listing, { kind: 'asking', total: PART + 2 })
  assert.deepEqual(asked[0]?.query, { file: 'list.csv', purpose: 'trace', reference: 'case 7' })
  asked[0]?.answer(PART)
  await settled()
  assert.equal(desk.state().rows.length, PART)
  asked[1]?.answer(2)
  await settled()
  assert.equal(desk.state().listing.kind, 'done')
  assert.deepEqual(
    desk
      .state()
      .rows.slice(-2)
      .map(({ place, stated }) => [place, stated?.serial]),
    [
      [PART + 1, `TKR${1000 + PART}`],
      [PART + 2, `TKR${1001 + PART}`],
    ],
  )
})

test('more rows than a list may have are not asked for, and that is said', async () => {
  const { desk, asked } = deskOf()
  desk.change({ text: lines(MOST_ROWS + 1) })
  desk.look(GROUNDS)
  for (let part = 0; part < MOST_ROWS / PART; part++) {
    asked[part]?.answer(PART)
    await settled()
  }
  assert.equal(asked.length, MOST_ROWS / PART)
  const { listing } = desk.state()
  assert.ok(listing.kind === 'done' && listing.more)
})

test('stopping keeps the rows that came, and what comes late changes nothing', async () => {
  const { desk, asked } = deskOf()
  desk.change({ text: lines(PART + 2) })
  desk.look(GROUNDS)
  asked[0]?.answer(PART)
  await settled()
  desk.stop()
  assert.ok(asked[1]?.signal.aborted)
  asked[1]?.answer(2)
  await settled()
  assert.equal(desk.state().rows.length, PART)
  assert.deepEqual(desk.state().listing, { kind: 'done', more: false, stopped: true, total: PART + 2 })
})

test('a failure keeps what was pasted and the rows that came before it', async () => {
  const { desk, asked } = deskOf()
  desk.change({ text: lines(PART + 1) })
  desk.look(GROUNDS)
  asked[0]?.answer(PART)
  await settled()
  asked[1]?.fail(new AnswerError(429, 'search_busy', 'Busy.', {}))
  await settled()
  assert.equal(desk.state().listing.kind, 'failed')
  assert.equal(desk.state().rows.length, PART)
  assert.equal(desk.state().text, lines(PART + 1))
})

test('the whole list is taken away under the grounds it was looked up on, whatever was typed since', async () => {
  const { desk, asked, saved } = deskOf()
  desk.change({ text: 'TKR1048,taurus' })
  desk.look(GROUNDS)
  asked[0]?.answer(1)
  await settled()
  desk.change({ text: 'something else' })
  desk.takeAway()
  await settled()
  const query = { file: 'list.csv', purpose: 'trace', reference: 'case 7' }
  assert.deepEqual(saved, [['serial,make\r\n"TKR1048","taurus"\r\n', query]])
})
