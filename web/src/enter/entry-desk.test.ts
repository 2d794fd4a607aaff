import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AnswerError, type Client } from '@proofmark/contract/client'
import { createEntryDesk } from './entry-desk.ts'

interface Asked {
  readonly name: string
  readonly body: unknown
  readonly parameters: unknown
  readonly answer: (value: unknown) => void
  readonly fail: (error: Error) => void
}

/** A desk whose calls wait to be answered by the test. */
function deskWith() {
  const asked: Asked[] = []
  const call = ((name: string, body: unknown, parameters: unknown) =>
    new Promise((answer, fail) => asked.push({ name, body, parameters, answer, fail }))) as unknown as Client
  let made = 0
  const desk = createEntryDesk({ call, newIdentifier: () => `entry ${++made}` })
  desk.change({ source: 'Seizures', event: 'seizure', stated: { make: 'Taurus' } })
  return { desk, asked }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))
const entryOf = ({ body }: Asked) => (body as { entry: string }).entry
const answered = { record: 'r', version: '7', stands: true, change: 'entered', missing: [] }
const unreachable = new AnswerError(0, 'unreachable', '', {})
const incomplete = new AnswerError(422, 'entry_incomplete', 'Something is left out.', { fields: 'date, place' })

test('a lost answer is asked for with the very same request, and only the next entry gets another identifier', async () => {
  const { desk, asked } = deskWith()
  desk.send()
  asked[0]!.fail(unreachable)
  await settled()
  assert.equal(desk.state().sending.kind, 'lost')
  desk.change({ stated: { make: 'Glock' } })
  desk.send()
  assert.equal(asked.length, 1, 'nothing else can be sent beneath it')
  desk.sendAgain()
  assert.deepEqual(asked[1]!.body, asked[0]!.body)
  asked[1]!.answer(answered)
  await settled()
  desk.another()
  desk.send()
  assert.deepEqual(asked.map(entryOf), ['entry 1', 'entry 1', 'entry 2'])
})

test('a refusal leaves the entry open under its identifier', async () => {
  const { desk, asked } = deskWith()
  desk.send()
  desk.send()
  assert.equal(asked.length, 1, 'a second click while it is under way sends nothing')
  asked[0]!.fail(incomplete)
  await settled()
  assert.equal(desk.state().sending.kind, 'refused')
  desk.change({ stated: { make: 'Taurus', date: '2024' } })
  desk.send()
  assert.deepEqual(asked.map(entryOf), ['entry 1', 'entry 1'])
  assert.notDeepEqual(asked[1]!.body, asked[0]!.body)
})

test('our server’s own failure says that nothing is in; an answer that is not its own leaves it open', async () => {
  for (const [message, kind] of [
    ['Something went wrong on our side. Nothing was changed.', 'refused'],
    ['', 'lost'],
  ] as const) {
    const { desk, asked } = deskWith()
    desk.send()
    asked[0]!.fail(new AnswerError(502, 'unexpected', message, {}))
    await settled()
    assert.equal(desk.state().sending.kind, kind)
  }
})

test('an entry is taken back as the import of one row that it was, and put back', async () => {
  const { desk, asked } = deskWith()
  desk.send()
  asked[0]!.answer(answered)
  await settled()
  desk.judge('taken_back')
  assert.deepEqual([asked[1]!.name, asked[1]!.parameters], ['importJudge', { import: '7' }])
  asked[1]!.answer({ import: '7', records: 1 })
  await settled()
  const { sending } = desk.state()
  assert.equal(sending.kind === 'entered' && sending.verdict.stands, false)
  desk.judge('put_back')
  asked[2]!.fail(unreachable)
  await settled()
  const after = desk.state().sending
  assert.deepEqual(after.kind === 'entered' && [after.verdict.stands, after.verdict.error], [false, unreachable])
})

test('the same look is taken once, and again where it failed; a later one outranks an earlier', async () => {
  const { desk, asked } = deskWith()
  const grounds = { purpose: 'data_quality' } as const
  desk.askHints(grounds)
  desk.askHints(grounds)
  assert.equal(asked.length, 1)
  asked[0]!.fail(unreachable)
  await settled()
  assert.equal(desk.state().hintsFailed, unreachable)
  desk.askHints(grounds)
  desk.change({ stated: { make: 'Glock' } })
  desk.askHints(grounds)
  asked[2]!.answer({ hints: ['later'] })
  asked[1]!.answer({ hints: ['earlier'] })
  await settled()
  assert.deepEqual(desk.state().hints, { hints: ['later'] })
})

test('nothing is asked before a source and an event are chosen', () => {
  const { desk, asked } = deskWith()
  desk.change({ source: '' })
  desk.askHints({ purpose: 'data_quality' })
  desk.send()
  assert.equal(asked.length, 0)
  assert.deepEqual(desk.state().sending, { kind: 'lacking', field: 'source' })
})
