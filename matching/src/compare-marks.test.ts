import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSerial } from '@proofmark/domain/serial'
import fc from 'fast-check'
import { markComparisons } from './compare-marks.ts'
import { likeliestReadings } from './likeliest-reading.ts'
import { START_MODEL } from './model.ts'

const compare = markComparisons(START_MODEL.mark, likeliestReadings(START_MODEL.mark))
const mark = (serial: string) => readSerial(serial)[0]!
const of = (asked: string, recorded: string) => compare(mark(asked), mark(recorded))!
const bits = (asked: string, recorded: string) => of(asked, recorded).bits

test('an exact mark says more than one that was confused, and that more than one that was misread', () => {
  const [exact, confused, misread] = ['TKR1048', 'TKR1O48', 'TKR1047'].map((asked) => bits(asked, 'TKR1048'))
  assert.ok(exact! > confused! && confused! > misread! && misread! > 0)
  assert.deepEqual(
    ['TKR1048', 'TKR1O48', 'TK?1048', 'TKR1047'].map((asked) => of(asked, 'TKR1048').level),
    ['exact', 'confusable', 'fits', 'damaged'],
  )
})

test('a lost character takes from the mark what it could have said', () => {
  assert.ok(bits('T??1048', 'TKR1048') < bits('TK?1048', 'TKR1048'))
  assert.ok(bits('TK?1048', 'TKR1048') < bits('TKR1048', 'TKR1048'))
})

test('a long rare mark says more than a short plain one', () => {
  const same = (serial: string) => bits(serial, serial)
  assert.ok(same('TKR1048') > same('123456') && same('123456') > same('1234'))
})

test('an odd shape is likelier a damaged number than a rare one: it says less for its equal than a plain one does', () => {
  const [odd, plain] = [of('TK1R048', 'TK1R048'), of('TKR1048', 'TKR1048')]
  const ofNeighbour = bits('TK1R048', 'TKR1048')
  assert.ok(odd.bits > ofNeighbour && ofNeighbour > 8)
  assert.ok(odd.bits - ofNeighbour < plain.bits - bits('TKR1047', 'TKR1048') + 4)
})

test('a difference is told from the side of the mark that was asked for', () => {
  const told = (asked: string, recorded: string) => of(asked, recorded).differences
  assert.deepEqual(told('10485', 'TKR10485'), [{ kind: 'front_more', asked: '', recorded: 'TKR' }])
  assert.deepEqual(told('TKR10485', '10485'), [{ kind: 'front_less', asked: 'TKR', recorded: '' }])
  assert.deepEqual(told('TKR1047', 'TKR1048'), [{ kind: 'substituted', asked: '7', recorded: '8' }])
  assert.deepEqual(told('TKR148', 'TKR1048'), [{ kind: 'more', asked: '', recorded: '0' }])
})

test('other forms of one number are compared as such, at a price', () => {
  const cases = [
    ['A0001234', 'A1234', 'zeros'],
    ['369JKM257', '369257', 'embedded'],
    ['SV12345', 'СВ12345', 'script'],
    ['XII 1234', '121234', 'numeral'],
    ['60916', '91609', 'turned'],
  ] as const
  for (const [asked, recorded, form] of cases) {
    assert.equal(of(asked, recorded).otherForm, form)
    assert.ok(bits(asked, recorded) > 3 && bits(asked, recorded) < bits(recorded, recorded), form)
  }
  assert.equal(of('CB12345', 'СВ12345').level, 'exact')
})

test('marks that have nothing to do with each other speak against it, within bounds', () => {
  const far = of('TKR1048', 'ABX9777')
  assert.equal(far.level, 'differs')
  assert.ok(far.bits < -5 && far.bits > -9)
})

test('words instead of a number are no evidence', () => {
  assert.equal(compare(mark('S/N'), mark('TKR1048')), null)
})

test('which side was asked for does not matter', () => {
  const serials = fc.array(fc.constantFrom(...'TKR1048?'), { minLength: 3, maxLength: 9 }).map((list) => list.join(''))
  fc.assert(
    fc.property(serials, serials, (a, b) => {
      const [one, other] = [mark(a), mark(b)]
      if (one.norm === null || other.norm === null) return
      assert.ok(Math.abs(compare(one, other)!.bits - compare(other, one)!.bits) < 1e-9, `${a} ${b}`)
    }),
  )
})
