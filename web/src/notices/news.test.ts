import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Notice } from '@proofmark/contract/schemas/pointer'
import { newsSince } from './news.ts'

const noticeAt = (at: string): Notice => ({
  id: at,
  kind: 'pointer_given',
  at,
  asker: 'Customs Service',
  reference: 'case 7',
  handle: null,
  question: null,
  answerer: null,
  custodian: null,
  recovery: null,
  release: null,
})
const NOTICES = ['2026-05-02T10:00:00.000Z', '2026-05-01T23:59:59.999Z', '2026-05-01T08:00:00.000Z'].map(noticeAt)

test('everything is new to a reader who saw nothing on this device', () => {
  assert.deepEqual(newsSince(NOTICES, null), NOTICES)
})

test('what came after the last notice seen is new, that one is not', () => {
  assert.deepEqual(newsSince(NOTICES, '2026-05-01T23:59:59.999Z'), NOTICES.slice(0, 1))
  assert.deepEqual(newsSince(NOTICES, '2026-05-02T10:00:00.000Z'), [])
})
