import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IMPORT_STATES, type ImportShow } from '@proofmark/contract/schemas/import'
import { actsFor, situationOf } from './situation.ts'

const shown = (part: Partial<ImportShow>): ImportShow => ({
  import: '1',
  source: 'Police seizures',
  agency: 'Firearms Focal Point',
  door: 'file',
  state: 'done',
  file: 'a.csv',
  sha256: null,
  bytes: 100,
  bytesDone: 50,
  profileVersion: null,
  interruptedIn: null,
  failure: null,
  rows: 5,
  accepted: 5,
  rejected: 0,
  unchanged: 0,
  changed: 0,
  startedBy: 'Maren Tolv',
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: null,
  ...part,
})

test('a file that has just arrived is not said to have been stopped', () => {
  assert.equal(situationOf(shown({ state: 'stopped', rows: 0, bytesDone: 0 })), 'arrived')
  assert.equal(situationOf(shown({ state: 'stopped' })), 'stopped')
})

test('what was interrupted decides how it is gone on with', () => {
  const acts = (interruptedIn: ImportShow['interruptedIn']) => actsFor(shown({ state: 'interrupted', interruptedIn }))
  assert.equal(acts('running')[0], 'go_on')
  assert.equal(acts('taking_back')[0], 'take_back')
  assert.equal(acts('putting_back')[0], 'put_back')
})

test('whatever is in can be taken back, and what is taken back put back', () => {
  for (const state of IMPORT_STATES) {
    const acts = actsFor(shown({ state, interruptedIn: state === 'interrupted' ? 'running' : null }))
    if (state === 'taken_back') assert.deepEqual(acts, ['put_back'])
    else if (state === 'taking_back' || state === 'putting_back') assert.deepEqual(acts, [])
    else assert.ok(acts.includes('take_back') || acts.includes('stop_and_take_back'), state)
  }
})
