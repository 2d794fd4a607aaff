import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftOf, lacksOf, releaseDays, requestOf } from './draft.ts'

const DRAFT = { to: 'a', until: '2026-12-31', conditions: [], note: ' ', reference: ' C-1 ', basis: '' } as const

test('what is not filled in is not sent, and what is released again has the same terms', () => {
  const request = requestOf('id', 'record', DRAFT)
  assert.deepEqual(request, {
    id: 'id',
    records: ['record'],
    to: 'a',
    until: '2026-12-31',
    conditions: [],
    reference: 'C-1',
  })
  const given = { release: 'r', agency: 'a', to: 'A', by: 'b', at: '', until: '2026-12-31', conditions: [] }
  const again = draftOf({ ...given, note: null, reference: 'C-1', basis: null })
  assert.deepEqual(requestOf('id', 'record', again), request)
})

test('a release needs an agency, and a last day within five years', () => {
  assert.deepEqual(releaseDays('2026-11-29'), { first: '2026-11-29', last: '2031-11-29' })
  assert.deepEqual(lacksOf(DRAFT, '2026-12-31'), { to: false, until: false })
  assert.deepEqual(lacksOf({ ...DRAFT, to: '' }, '2027-01-01'), { to: true, until: true })
  assert.ok(lacksOf({ ...DRAFT, until: '' }, '2026-12-31').until)
})
