import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TraceClosing } from '@proofmark/contract/schemas/trace-shown'
import { actsOf, nameOf } from './acts-of.ts'

type Trace = Parameters<typeof actsOf>[0]
const names = (trace: Trace, account: string) => actsOf(trace, account).map(nameOf)

test('the next step stands first, and what ends a request last', () => {
  const trace: Omit<Trace, 'moves'> = { direction: 'outgoing', closings: [] }
  assert.deepEqual(names({ ...trace, moves: ['withdrawn', 'draft', 'sent', 'foreign_prepared'] }, 'a'), [
    'send',
    'foreign_prepared',
    'draft',
    'withdrawn',
  ])
  assert.deepEqual(names({ ...trace, moves: ['answered_full', 'refused', 'acknowledged', 'expired'] }, 'a'), [
    'receive',
    'acknowledged',
    'expired',
  ])
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
    counts: 'waits',
    approval: null,
  }
  assert.deepEqual(names({ direction: 'incoming', closings: [], moves: ['answered_full', 'acknowledged'] }, 'a'), [
    'acknowledged',
  ])
  const closed: Trace = { direction: 'outgoing', closings: [waiting], moves: ['reopened'] }
  assert.deepEqual(names(closed, 'a'), ['reopened'])
  assert.deepEqual(names(closed, 'b'), ['approve', 'reopened'])
})
