import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueFirst } from './contact-age.ts'

const entry = (verified: string | null) => ({ contact: { verified } })

test('whoever was never verified comes first, then the oldest; who was verified within half a year is left alone', () => {
  const entries = ['2026-05-31', null, '2024-01-01', '2026-11-01'].map(entry)
  assert.deepEqual(dueFirst(entries, '2026-11-29'), [null, '2024-01-01', '2026-05-31'].map(entry))
  assert.deepEqual(dueFirst([entry('2026-06-02'), entry('2027-01-01')], '2026-11-29'), [])
})
