import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KeptFinding } from '@proofmark/contract/schemas/trace-shown'
import { moveOf } from './moved.ts'

type Window = KeptFinding['diversions'][number]
const WINDOW: Window = {
  kind: 'theft-private',
  from: '2002-02-03',
  to: '2012-02-03',
  place: 'Harn',
  confidence: 'possible',
}
const finding = (occasion: KeptFinding['occasion'], ...diversions: Window[]): KeptFinding => ({
  occasion,
  at: '2026-01-01T00:00:00Z',
  status: 'illicit',
  diversions,
  records: 2,
  by: null,
})

test('until a reply was judged nothing has moved', () => {
  assert.equal(moveOf([]).kind, 'waits')
  assert.equal(moveOf([finding('drafted', WINDOW), finding('sent', WINDOW)]).kind, 'waits')
})

test('a reply finds a window, narrows it, or leaves it as it is', () => {
  const sent = finding('sent', WINDOW)
  const to = (part: Partial<Window>) => moveOf([finding('drafted'), sent, finding('replied', { ...WINDOW, ...part })])
  assert.equal(moveOf([finding('drafted'), finding('replied', WINDOW)]).kind, 'found')
  assert.equal(moveOf([sent, finding('replied')]).kind, 'gone')
  assert.deepEqual([to({ to: '2002-03-05' }).kind, to({ to: '2002-03-05' }).days?.after], ['narrower', 30])
  assert.equal(to({ to: null }).kind, 'wider')
  assert.equal(to({ place: 'Ostry' }).kind, 'elsewhere')
  assert.equal(to({ confidence: 'probable' }).kind, 'surer')
  assert.equal(to({}).kind, 'same')
})
