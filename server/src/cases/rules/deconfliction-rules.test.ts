import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DECONFLICTION_KINDS } from '@proofmark/contract/deconfliction-words'
import { FIELDS_OF_KIND } from '@proofmark/contract/thing-words'
import fc from 'fast-check'
import { onceEach, pairOf } from '../deconfliction/side.ts'
import { ASKING_LIMITS, spanBegin, spanEnd } from './deconfliction-limits.ts'
import { askedKey, readAsked } from './deconfliction-value.ts'
import { distance, operationsMeet } from './operations-meet.ts'
import { valueKey } from './value-key.ts'

const secret = Buffer.alloc(32, 'secret')
const kind = fc.constantFrom(...DECONFLICTION_KINDS)
const stated = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.stringMatching(/^\+?[0-9 -]{6,16}$/),
  fc.stringMatching(/^[A-Z]{1,3}-?[0-9]{3,6}$/),
)

test('two values have one key if and only if they read as the same', () => {
  fc.assert(
    fc.property(kind, stated, stated, (of, one, other) => {
      const [first, second] = [askedKey(secret, of, one), askedKey(secret, of, other)]
      assert.equal(first === null, readAsked(of, one) === null)
      if (first && second) assert.equal(first.equals(second), readAsked(of, one) === readAsked(of, other))
    }),
  )
  for (const [of, one, other] of [
    ['telephone', '+381 63 123-456', '0038163123456'],
    ['person', 'Ђорђе Ковачевић', 'Kovacevic, Djordje'],
    ['plate', 'ВG 123-АВ', 'bg123ab'],
    ['address', '12 Harbour Road', 'harbour road 12'],
    ['serial', 'AB-1O23', 'ab1023'],
    ['account', 'GB82 WEST 1234 5698 7654 32', 'gb82west12345698765432'],
    ['event', 'Market Fair', 'MARKET FAIR'],
  ] as const)
    assert.ok(askedKey(secret, of, one)!.equals(askedKey(secret, of, other)!), of)
})

test('what is asked about is found in whatever bears it, by the field by which each of them is called', () => {
  for (const [of, value, bearers] of [
    ['event', 'Market Fair', ['event', 'place']],
    ['person', 'Ivo Marsh', ['person', 'organisation', 'group']],
    ['telephone', '+381 63 123-456', ['telephone']],
    ['address', '12 Harbour Road', ['address']],
    ['plate', 'BG 123-AB', ['vehicle']],
    ['account', 'GB82 WEST 1234 5698 7654 32', ['account']],
  ] as const)
    for (const bearer of bearers) {
      const [called] = FIELDS_OF_KIND[bearer]
      assert.deepEqual(valueKey(secret, called!, value), askedKey(secret, of, value), `${of} of ${bearer}`)
    }
})

test('what says too little has no key', () => {
  for (const [of, value] of [
    ['telephone', 'n/a'],
    ['person', 'Mohammed'],
    ['serial', 'AB?23'],
    ['serial', '1'],
    ['address', 'town'],
    ['plate', ' '],
  ] as const)
    assert.equal(askedKey(secret, of, value), null, value)
})

const place = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  radius: fc.integer({ min: 1, max: 2_000 }),
})
const planned = fc.record({
  circle: fc.option(place),
  key: fc.option(fc.constantFrom('a', 'b')),
  from: fc.integer({ min: 0, max: 50 }).map((hour) => new Date(hour * 3_600_000)),
  to: fc.integer({ min: 51, max: 99 }).map((hour) => new Date(hour * 3_600_000)),
})

test('operations meet from either side, never apart in time, and always at their own place', () => {
  fc.assert(
    fc.property(planned, planned, (one, other) => {
      assert.equal(operationsMeet(one, other), operationsMeet(other, one))
      assert.ok(!operationsMeet(one, { ...one, from: one.to, to: new Date(one.to.getTime() + 1) }))
      if (one.circle || one.key) assert.ok(operationsMeet(one, one))
    }),
  )
  // A degree of latitude is some 111 kilometres.
  assert.equal(Math.round(distance({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 }) / 1_000), 111)
})

test('two sides meet under one hash, whoever asks, and each side counts once', () => {
  const side = fc.record({
    agency: fc.constantFrom('a', 'b'),
    case: fc.option(fc.constantFrom('c', 'd')),
    vis: fc.constant(1),
    about: fc.option(fc.constantFrom('q', 'r')),
    silent: fc.boolean(),
    contact: fc.constant(null),
  })
  fc.assert(
    fc.property(side, side, fc.boolean(), (one, other, each) => {
      assert.ok(pairOf('key', [one, other], each).equals(pairOf('key', [other, one], each)))
      assert.ok(!pairOf('key', [one, other], each).equals(pairOf('other key', [one, other], each)))
      assert.equal(onceEach([one, one], each).length, 1)
    }),
  )
})

test('every moment lies in its span, and whoever asks has less than their agency, and that less than all', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date('2999-01-01'), noInvalidDate: true }),
      fc.constantFrom('hour', 'day'),
      (now, span) => {
        assert.ok(spanBegin(span, now) <= now && now < spanEnd(span, now))
      },
    ),
  )
  for (const { account, agency, all } of Object.values(ASKING_LIMITS))
    for (const span of ['hour', 'day'] as const) assert.ok(account[span] < agency[span] && agency[span] < all[span])
})
