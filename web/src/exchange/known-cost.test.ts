import assert from 'node:assert/strict'
import { test } from 'node:test'
import { costOf } from './known-cost.ts'

const quotas = { messages: null, evaluations_exact: 800, evaluations_skeleton: 160, evaluations_damaged: null }

test('what a question takes of the quota follows from what is left of the mark and whether a make is known', () => {
  const asked = (serial: string, make = 'Glock', bySkeleton = false) => costOf({ serial, make, bySkeleton }, quotas)
  assert.deepEqual(asked('AB12345'), { kind: 'exact', evaluations: 8, quota: 800 })
  assert.deepEqual(asked('AB12345', ' '), { kind: 'mark_alone', evaluations: 8, quota: null })
  assert.deepEqual(asked('AB12[8B]45'), { kind: 'damaged', evaluations: 32, quota: null })
  assert.deepEqual(asked('AB12?45'), { kind: 'damaged', evaluations: 32, quota: null })
  assert.deepEqual(asked('AB12345', 'Glock', true), { kind: 'skeleton', evaluations: 8, quota: 160 })
  assert.equal(costOf({ serial: 'AB12345', make: 'Glock', bySkeleton: false }, null).quota, null)
})
