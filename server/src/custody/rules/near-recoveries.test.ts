import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pistolOf, recoveryOf } from '../../testing/recoveries.ts'
import { compared, nearReasons } from './near-recoveries.ts'

const id = '00000000-0000-4000-8000-000000000001'
const of = (more: Parameters<typeof recoveryOf>[0]) => compared(recoveryOf(more))
const kinds = (one: Parameters<typeof recoveryOf>[0], other: Parameters<typeof recoveryOf>[0]) =>
  nearReasons(of(one), of(other)).map(({ kind }) => kind)

const elsewhere = { place: { locality: 'Harbour' } }

test('reports that share a mark, a vehicle, a person or a parcel and a day are proposed as one', () => {
  const pistol = { ...elsewhere, exhibits: [pistolOf(id, 'tkr-40001')] }
  assert.deepEqual(kinds({ exhibits: [pistolOf(id, 'TKR 40001')] }, pistol), ['mark', 'time'])
  const car = { vehicles: [{ plate: 'AA 11 bb' }] }
  assert.deepEqual(kinds(car, { ...elsewhere, vehicles: [{ plate: 'aa-11-BB' }] }), ['vehicle', 'time'])
  const parcel = { parcel: { number: 'RX 1' } }
  assert.deepEqual(kinds(parcel, { ...elsewhere, ...parcel }), ['parcel', 'time'])
})

test('the same place and hours suffice together, and neither alone', () => {
  assert.deepEqual(kinds({ time: '21:40' }, { time: '23:10' }), ['place', 'time'])
  assert.deepEqual(kinds({ time: '23:50' }, { date: '2026-03-05', time: '00:30' }), ['place', 'time'])
  assert.deepEqual(kinds({ time: '01:00' }, { time: '23:10' }), [])
  assert.deepEqual(kinds({}, elsewhere), [])
  const point = { place: { latitude: 40, longitude: 10 } }
  assert.deepEqual(kinds(point, { place: { latitude: 40.01, longitude: 10 } }), ['place', 'time'])
  assert.deepEqual(kinds(point, { place: { latitude: 41, longitude: 10 } }), [])
})

test('days that cannot be reconciled rule it out, whatever is shared; a year alone rules nothing out', () => {
  const exhibits = [pistolOf(id, 'TKR40001')]
  assert.deepEqual(kinds({ exhibits }, { ...elsewhere, exhibits, date: '2026-03-09' }), [])
  assert.deepEqual(kinds({ exhibits }, { ...elsewhere, exhibits, date: '2026' }), ['mark'])
})

test('whether two are near does not depend on which is asked first', () => {
  const recovery = fc
    .record({
      date: fc.constantFrom('2026-03-04', '2026-03-05', '2026-03', 'no day'),
      time: fc.constantFrom('00:30', '12:00', '23:50'),
      place: fc.constantFrom({ locality: 'Harbour' }, { locality: 'Gate' }, { latitude: 1, longitude: 1 }),
      exhibits: fc.constantFrom('TKR40001', 'TKR40002').map((serial) => [pistolOf(id, serial)]),
    })
    .map((more) => of(more))
  fc.assert(
    fc.property(recovery, recovery, (one, other) =>
      assert.equal(nearReasons(one, other).length > 0, nearReasons(other, one).length > 0),
    ),
  )
})
