import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { addressOf } from '@proofmark/contract/client'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import type { FindAnswer } from '@proofmark/contract/schemas/find'
import { type Judgement, judgementMade, type RecordMatches, recordMatches } from '@proofmark/contract/schemas/judgement'
import { startForBrowser } from '../testing/start-for-browser.ts'

const served = await startForBrowser()
after(() => served.stop())

type Persona = keyof typeof served.tokens
const grounds = { purpose: 'trace', reference: 'case 7' }

function send(name: RouteName, body: unknown, as: Persona = 'trace_officer', query: Record<string, string> = {}) {
  const { method, path } = PATHS[name]
  const content =
    method === 'GET' ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const headers = { ...content.headers, authorization: `Bearer ${served.tokens[as]}` }
  return fetch(served.address + addressOf(path, query), { method, ...content, headers })
}
const answer = async <Body>(name: RouteName, body: unknown, as?: Persona) =>
  (await (await send(name, body, as)).json()) as Body & { error?: { code: string; message: string } }

const found = async () => (await answer<FindAnswer>('find', { serial: 'TKR1048', make: 'Taurus', grounds })).candidates
const matchesOf = (record: string) => answer<RecordMatches>('recordMatches', { record, grounds })

/** The matching process takes what the demonstration brought; until then a record may stand alone. */
async function matched(record: string, key: string) {
  for (let turn = 0; turn < 600; turn++) {
    const match = (await matchesOf(record)).matches.find((each) => each.key === key)
    if (match) return match
    await sleep(200)
  }
  throw new Error(`${key} was never matched.`)
}
const keyed = async (key: string) => (await found()).find((each) => each.key === key)!
const [seizure, theft] = [await keyed('S-00000'), await keyed('T-00000')]
const ends = { record: seizure.record, other: theft.record }
const judged = async (body: Record<string, unknown>, name: RouteName = 'judge', as?: Persona) =>
  answer<{ judgement: Judgement }>(name, { id: randomUUID(), ...ends, ...body, grounds }, as)

test('a record’s matches are told with why, and its firearm under one name in every answer', async () => {
  const match = await matched(seizure.record, 'T-00000')
  recordMatches.parse(await matchesOf(seizure.record))
  assert.equal(match.together, true)
  assert.equal(match.by, 'model')
  assert.ok(match.evidence.some(({ field, bits }) => field === 'serial' && bits > 10))
  assert.equal((await keyed('S-00000')).item, (await keyed('T-00000')).item)
})

test('“not the same” takes a record out of its firearm in one call, and taking it back puts it in again', async () => {
  const { judgement } = judgementMade.parse(await judged({ verdict: 'different', reason: 'another proof mark' }))
  assert.equal(judgement.state, 'standing')
  const apart = await matched(seizure.record, 'T-00000')
  assert.deepEqual([apart.verdict, apart.by, apart.probability], ['different', 'person', 0])
  assert.equal(apart.judgements[0]?.reason, 'another proof mark')
  const withdrawn = await judged({ number: judgement.number }, 'judgementWithdraw')
  assert.equal(withdrawn.judgement.state, 'withdrawn')
  const again = await matched(seizure.record, 'T-00000')
  assert.deepEqual([again.by, again.together], ['model', true])
  assert.equal(again.judgements.length, 1, 'the story of the pair is kept')
})

test('who may not judge, may not see or says nonsense is refused by name', async () => {
  const code = async (body: Record<string, unknown>, as?: Persona) => (await judged(body, 'judge', as)).error?.code
  assert.equal(await code({ verdict: 'same' }, 'recorder'), 'role_needed')
  assert.equal(await code({ verdict: 'alike' }), 'body_invalid')
  assert.equal(await code({ verdict: 'same', other: ends.record }), 'judgement_of_itself')
  assert.equal(await code({ verdict: 'same', other: randomUUID() }), 'not_found')
  assert.equal(await code({ verdict: 'same', about: 'recovery' }), 'judgement_no_recovery')
  assert.equal(await code({ verdict: 'component-of', about: 'recovery' }), 'body_invalid')
  assert.equal(await code({ verdict: 'same', reason: ' ' }), 'body_invalid')
  assert.equal((await judged({ number: '999' }, 'judgementWithdraw')).error?.code, 'not_found')
  assert.equal((await judged({ number: '1; DROP' }, 'judgementWithdraw')).error?.code, 'body_invalid')
  const hidden = await answer('recordMatches', { record: randomUUID(), grounds })
  assert.equal(hidden.error?.code, 'not_found')
})

test('all matches are a table for a stated purpose, as far as its reader may see', async () => {
  const refused = await send('matchTable', null, 'trace_officer')
  assert.equal(refused.status, 400)
  const query = { purpose: 'trace', source: 'Police seizures', with: 'Losses and thefts' }
  const table = await (await send('matchTable', null, 'trace_officer', query)).text()
  const [heading, ...lines] = table.split('\r\n')
  assert.match(heading!, /source_a,key_a,source_b,key_b,probability,judgement$/)
  assert.ok(lines.some((line) => line.startsWith('Police seizures,S-00000,Losses and thefts,T-00000,')))
  const unknown = await send('matchTable', null, 'trace_officer', { ...query, source: 'none' })
  assert.equal(unknown.status, 422)
  // The customs see no seizure of the police, which only points.
  const foreign = await send('matchTable', null, 'analyst', query)
  assert.equal(foreign.status, 422)
})
