import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import type { StatedItem } from '@proofmark/domain/item'
import { readItem } from '@proofmark/domain/read-item'
import { balanceOf } from '@proofmark/matching/balance'
import { START_MODEL } from '@proofmark/matching/model'
import fc from 'fast-check'
import { type ComparedRecord, linesOfPair, pairEvidence } from './pair-evidence.ts'

const balance = balanceOf(START_MODEL)
const PISTOL = { serial: 'TKR10483', make: 'Taurus', model: 'PT 92', type: 'pistol' }

function record(
  id: string,
  event: ComparedRecord['event'],
  also: Partial<ComparedRecord> & { item?: never } = {},
  words: StatedItem = PISTOL,
) {
  const compared: ComparedRecord = {
    record: id,
    kind: 'seizure',
    item: readItem(words),
    event,
    place: null,
    loose: false,
    lot: false,
    ...also,
  }
  return compared
}
const destroyed = { kind: 'destruction', from: '2012-03-01', to: '2012-03-31' } as const
const registered = { kind: 'registration', from: '2015-06-02', to: '2015-06-02' } as const
const fieldsOf = (one: ComparedRecord, other: ComparedRecord) =>
  pairEvidence(one, other, balance)!.evidence.map(({ field, level }) => `${field} ${level}`)

test('what is kept of a contradiction in time is its kind and its bits, and no date', () => {
  const measured = pairEvidence(record('a', destroyed), record('b', registered), balance)!
  const order = measured.evidence.find(({ field }) => field === 'order')!
  assert.deepEqual([order.level, order.bits < -3], ['ended', true])
  assert.ok(!JSON.stringify(measured).includes('2015'))
})

test('a part by itself, and a number that came with another part, have a time of their own', () => {
  const contradicts = (one: ComparedRecord, other: ComparedRecord) => fieldsOf(one, other).includes('order ended')
  assert.ok(contradicts(record('a', destroyed), record('b', registered)))
  assert.ok(
    !contradicts(record('a', destroyed, { loose: true, place: 'Vard' }), record('b', registered, { place: 'Vard' })),
  )
  const slide = { ...PISTOL, serial: 'frame PZB55127 slide TKR10483' }
  assert.ok(!contradicts(record('a', destroyed, {}, slide), record('b', registered)))
})

const day = fc.constantFrom(null, '2001-01-01', '2008-05-04', '2016-12-31')
const compared = fc
  .record({
    kind: fc.constantFrom(...EVENT_KINDS),
    on: day,
    place: fc.constantFrom(null, 'Vard', 'Vard, Norte'),
    loose: fc.boolean(),
    serial: fc.constantFrom('TKR10483', 'TKR1O483', 'frame PZB55127 slide TKR10483'),
    importer: fc.constantFrom('', 'Taurus', 'Interarms'),
    year: fc.constantFrom('', '2005', '2016'),
  })
  .map(
    ({ kind, on, place, loose, ...words }) =>
      (id: string) =>
        record(id, { kind, from: on, to: on }, { place, loose }, { ...PISTOL, ...words }),
  )

test('what is kept is the same whichever record is named first, and is what is shown of the two', () => {
  fc.assert(
    fc.property(compared, compared, (first, second) => {
      const [one, other] = [first('a'), second('b')]
      const kept = pairEvidence(one, other, balance)
      assert.deepEqual(kept, pairEvidence(other, one, balance))
      assert.deepEqual(
        kept?.evidence.map(({ field, bits }) => [field, bits]),
        linesOfPair(one, other, balance).map(({ field, bits }) => [field, bits]),
      )
    }),
  )
})
