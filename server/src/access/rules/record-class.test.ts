import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mayRead } from './may-read.ts'
import { recordClass } from './record-class.ts'
import { endOfDay, lastDay, releaseDays } from './release-end.ts'

const SOURCE = { agency: 'owner', sourceVisibility: 'silent', handling: 'H3' } as const
const days = fc.integer({ min: 0, max: 8 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)))
const releases = fc.array(
  fc.record({ receiver: fc.constantFrom('a', 'b', 'c'), endsAt: days, withdrawn: fc.boolean() }),
  { maxLength: 6 },
)

test('an agency may read a record exactly as long as a release to it holds, whenever its class was worked out', () => {
  fc.assert(
    fc.property(releases, days, days, fc.constantFrom('a', 'b', 'c', 'd'), (made, one, other, agency) => {
      const [then, now] = one < other ? [one, other] : [other, one]
      const holds = made.some(({ receiver, endsAt, withdrawn }) => receiver === agency && !withdrawn && endsAt > now)
      assert.equal(mayRead(agency, recordClass(SOURCE, made, then), now), holds)
      assert.deepEqual(recordClass(SOURCE, made.toReversed(), then), recordClass(SOURCE, made, then))
    }),
  )
})

test('a release lasts to the end of a day in UTC, from today to the same day in five years', () => {
  assert.equal(endOfDay('2026-12-31').toISOString(), '2027-01-01T00:00:00.000Z')
  assert.equal(lastDay(endOfDay('2028-02-29')), '2028-02-29')
  assert.deepEqual(releaseDays(new Date('2026-07-01T23:59:59Z')), { first: '2026-07-01', last: '2031-07-01' })
})
