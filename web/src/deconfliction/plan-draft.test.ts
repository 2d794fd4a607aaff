import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation } from '@proofmark/contract/schemas/deconfliction'
import fc from 'fast-check'
import { draftOf, localMoment, NOTHING_PLANNED, pointOf, requestOf, wrongIn } from './plan-draft.ts'

const moment = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((at) => new Date(Math.floor(at.getTime() / 60_000) * 60_000))

test('a moment that is shown to be changed is the same moment when it is sent, wherever the reader is', () => {
  const zone = process.env.TZ
  fc.assert(
    fc.property(moment, fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Asia/Dubai'), (at, where) => {
      process.env.TZ = where
      // Clocks that go back have an hour twice.
      const shown = new Date(localMoment(at.toISOString()))
      assert.ok([0, 3_600_000].includes(at.getTime() - shown.getTime()), `${at.toISOString()} in ${where}`)
    }),
  )
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test('an operation that is opened to be changed is sent as it was planned', () => {
  const planned: Operation = {
    ...{
      id: 'a',
      kind: 'search' as const,
      place: '12 Old Quay',
      contact: 'duty line',
      by: 'Edda',
      state: 'planned' as const,
      met: [],
    },
    ...{ case: { id: 'b', reference: 'C 1' }, point: { latitude: -0.5, longitude: 20.25, radius: 200 } },
    ...{ from: '2026-03-04T23:30:00.000Z', to: '2026-03-05T01:00:00.000Z' },
  }
  const { id: _, by: __, state: ___, met: ____, case: of, ...rest } = planned
  assert.deepEqual(requestOf(draftOf(planned)), { ...rest, case: of.id })
})

test('a figure that cannot stand in its field is named, and nothing is sent', () => {
  const draft = { ...NOTHING_PLANNED, latitude: '44,81', longitude: '20.46', radius: '200' }
  assert.deepEqual(pointOf(draft), { latitude: 44.81, longitude: 20.46, radius: 200 })
  for (const [field, text] of [
    ['radius', '200 m'],
    ['radius', '2.5'],
    ['radius', '2001'],
    ['latitude', '91'],
    ['longitude', ''],
    ['longitude', '20°'],
  ] as const)
    assert.deepEqual(wrongIn({ ...draft, [field]: text }), [field], `${field} ${text}`)
  assert.equal(pointOf(NOTHING_PLANNED), null)
})
