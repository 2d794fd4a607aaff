import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recoveryForm } from '@proofmark/contract/schemas/recovery'
import { EMPTY_FORM, formToSend, liesAhead, likeIt, newDraft, newExhibit, photographsWait } from './draft.ts'
import { expiryOf, KEPT_DAYS, wrongBy } from './expiry.ts'

const EXHIBIT = '00000000-0000-4000-8000-000000000001'
const day = (days: number) => days * 24 * 60 * 60 * 1000

test('what was left blank is not sent, and what is sent is a form', () => {
  const begun = newDraft({ recovery: EXHIBIT, officer: 'B-17', at: new Date(0), zone: 'Europe/Vienna' })
  const form = {
    ...begun.form,
    reference: ' ',
    place: { locality: ' Vard ' },
    parcel: { number: '', path: [{}, { place: ' ' }] },
    persons: [{ field: 'one', role: 'driver' as const, value: ' ' }],
    vehicles: [{ field: 'v', plate: '' }],
    exhibits: [
      {
        ...newExhibit(EXHIBIT, 'firearm'),
        stated: { serial: '', make: 'Zastava' },
        marks: [{ field: 'm', part: 'unknown' as const, kind: 'serial' as const }],
      },
    ],
  }
  const sent = formToSend({ form, pictures: [] })
  assert.deepEqual(recoveryForm.parse(sent), sent)
  assert.deepEqual(sent.place, { locality: 'Vard' })
  assert.equal('reference' in sent || 'parcel' in sent, false)
  assert.deepEqual([sent.persons, sent.vehicles, sent.exhibits[0]?.stated], [[], [], { make: 'Zastava' }])
  assert.deepEqual(sent.exhibits[0]?.marks, [])
})

test('a surrender without identity sends nobody, whoever was written down before', () => {
  const persons = [{ field: 'one', role: 'finder' as const, value: 'N. N.' }]
  const form = { ...EMPTY_FORM, status: 'surrendered' as const, anonymous: true, persons }
  const sent = formToSend({ form: { ...form, parcel: { number: 'RX 1', path: [] } }, pictures: [] })
  assert.deepEqual([sent.persons, sent.parcel], [[], undefined])
})

test('another one like it has what they share and nothing that tells the first from the others', () => {
  const first = { ...newExhibit(EXHIBIT, 'firearm'), number: 'E-1', seal: 'S-1', count: 1 }
  const another = likeIt({ ...first, stated: { serial: 'A1', serial_state: 'partial', make: 'CZ' } }, 'another')
  assert.deepEqual(another, { ...newExhibit('another', 'firearm'), count: 1, stated: { make: 'CZ' } })
})

test('a recovery that is dated ahead of the device is told so, and one of today or without a day is not', () => {
  const now = new Date(2026, 10, 30, 9, 31)
  assert.equal(liesAhead({ date: '2027-05-01', time: '08:00' }, now), true)
  assert.equal(liesAhead({ date: '2026-11-30', time: '09:32' }, now), true)
  assert.equal(liesAhead({ date: '2026-11-30', time: '09:31' }, now), false)
  assert.equal(liesAhead({ date: '2026-11-30' }, now), false)
  assert.equal(liesAhead({ time: '23:00' }, now), false)
})

test('photographs wait for fingerprints and DNA, and for nothing else', () => {
  const form = { ...EMPTY_FORM, tracesFirst: 'dna' as const }
  assert.equal(photographsWait({ form, tracesSecured: false }), true)
  assert.equal(photographsWait({ form, tracesSecured: true }), false)
  assert.equal(photographsWait({ form: EMPTY_FORM, tracesSecured: false }), false)
})

test('a draft is said to go before it goes, and goes by a time that a server told, or long after', () => {
  const at = (days: number, skew: number | null) => expiryOf(0, { now: day(days), skew })
  assert.deepEqual(at(1, null), { kind: 'fresh' })
  assert.deepEqual(at(KEPT_DAYS - 1, 0), { kind: 'soon', days: 1 })
  assert.deepEqual(at(KEPT_DAYS + 1, null), { kind: 'unconfirmed' })
  assert.deepEqual(at(KEPT_DAYS + 1, 0), { kind: 'gone' })
  assert.deepEqual(at(3 * KEPT_DAYS, null), { kind: 'gone' })
  // The clock of the device ran ahead by a year.
  assert.deepEqual(at(366, -day(365)), { kind: 'fresh' })
})

test('a wrong clock is called wrong, which way and by how much', () => {
  assert.equal(wrongBy(null), null)
  assert.equal(wrongBy(60_000), null)
  assert.deepEqual(wrongBy(3_600_000), { minutes: 60, way: 'slow' })
  assert.deepEqual(wrongBy(-600_000), { minutes: 10, way: 'fast' })
})
