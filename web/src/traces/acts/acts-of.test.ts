import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TraceClosing } from '@proofmark/contract/schemas/trace-shown'
import { type Actable, actsOf, nameOf } from './acts-of.ts'

const names = (trace: Partial<Actable>, account: string) =>
  actsOf(
    {
      direction: 'outgoing',
      state: 'sent',
      closings: [],
      clocks: [],
      moves: [],
      message: null,
      replies: [],
      completeness: { score: 100, mayLeave: true, missing: [] },
      ...trace,
    },
    account,
  ).map(nameOf)

test('the next step stands first, and what ends a request last', () => {
  const moves: Actable['moves'] = ['withdrawn', 'draft', 'sent', 'foreign_prepared']
  assert.deepEqual(names({ state: 'validated', moves }, 'a'), ['send', 'foreign_prepared', 'draft', 'withdrawn'])
  const asked: Actable['moves'] = ['answered_full', 'refused', 'acknowledged', 'withdrawn']
  assert.deepEqual(names({ moves: asked }, 'a'), ['receive', 'acknowledged', 'withdrawn'])
  const answered: Actable['moves'] = ['answered_full', 'closed', 'next_hop']
  assert.deepEqual(names({ state: 'answered_full', moves: answered }, 'a'), ['hop', 'close', 'receive'])
})

test('nothing leaves that lacks something mandatory, and nothing expires before it is due', () => {
  const completeness = { score: 60, mayLeave: false, missing: [] }
  assert.deepEqual(names({ state: 'draft', moves: ['validated', 'withdrawn'], completeness }, 'a'), ['withdrawn'])
  const clock = { clock: 'answer' as const, due: '2026-01-01T00:00:00Z', over: true, late: 3, left: 0 }
  assert.deepEqual(names({ moves: ['expired'] }, 'a'), [])
  assert.deepEqual(names({ moves: ['expired'], clocks: [clock] }, 'a'), ['expired'])
})

test('an incoming request is answered elsewhere, and only a second person approves', () => {
  const waiting: TraceClosing = {
    number: 1,
    originStatus: 'traced_foreign_reply',
    outcome: 'to_dealer',
    failure: null,
    point: null,
    why: 'told',
    by: 'a',
    at: '2026-01-01T00:00:00Z',
    corrects: null,
    stands: true,
    counts: 'waits',
    approval: null,
  }
  assert.deepEqual(names({ direction: 'incoming', moves: ['answered_full', 'acknowledged'] }, 'a'), ['acknowledged'])
  const closed: Partial<Actable> = { state: 'closed', closings: [waiting], moves: ['reopened'] }
  assert.deepEqual(names(closed, 'a'), ['correct', 'reopened'])
  assert.deepEqual(names(closed, 'b'), ['approve', 'correct', 'reopened'])
})
