import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CODE_POINT } from '@proofmark/domain/arbitrary.test-helper'
import { readSerial } from '@proofmark/domain/serial'
import fc from 'fast-check'
import { hash32 } from './hash.ts'
import { markKeys, openSkeletons, SKELETON_VERSION, skeletonKey } from './keys.ts'
import { exactKeys, looseKeys, nearKeys, wideKeys } from './query-keys.ts'

const keysOf = (serial: string) => markKeys(readSerial(serial))
const asked = (serial: string) => readSerial(serial)[0]!
const shares = (keys: readonly number[], recorded: string) => keysOf(recorded).some((key) => keys.includes(key))
const exact = (query: string, recorded: string) => shares(exactKeys(asked(query)), recorded)
const near = (query: string, recorded: string) => shares(nearKeys(asked(query)), recorded)
const wide = (query: string, recorded: string) => shares(wideKeys(asked(query)), recorded)
const loose = (query: string, recorded: string) => shares(looseKeys(asked(query)), recorded)

test('marks that differ in confusable characters share a key', () => {
  assert.ok(exact('TKR1048', 'tkr-1O4B'))
  assert.ok(exact('S5Z2', '552Z'))
  assert.ok(!exact('TKR1048', 'TKR1049'))
})

test('an open character has a key for each of its readings', () => {
  assert.deepEqual(openSkeletons('A[14]7', 64), ['A17', 'A47'])
  assert.ok(exact('AB1789', 'AB[14]789'))
  assert.ok(exact('AB[14]789', 'AB4789'))
})

test('a mark with one lost character is posted under each that may stand there, and asked for with two', () => {
  assert.ok(exact('TK?1O4[8B]', 'TKR1048'))
  assert.ok(exact('TKR1048', 'TK?1048'))
  assert.ok(exact('TK?10?8', 'TKR1048'))
  assert.ok(!exact('TK?1048', 'TKR1049'))
})

test('a mark with an unknown run or too much open has no reading that could be tried', () => {
  for (const pattern of ['A*1', '', '[0123456789][0123456789]']) assert.deepEqual(openSkeletons(pattern, 64), [])
  assert.deepEqual(openSkeletons('A???1', 4_096), [])
  assert.deepEqual(openSkeletons(null, 64), [])
})

test('the near path finds what one edit made of a mark, whichever of the two it befell', () => {
  for (const recorded of ['TKR1049', 'TKR10488', 'TKR148', 'TKR1084', 'KTR1048', 'TKRR1048', 'TJR1048'])
    for (const [one, other] of [
      ['TKR1048', recorded],
      [recorded, 'TKR1048'],
    ] as const)
      assert.ok(near(one, other), `${one} ${other}`)
})

test('the near path finds a number without its prefix or suffix, without leading zeros, by its sound or upside down', () => {
  for (const [one, other] of [
    ['TKR10485', '10485'],
    ['10485', 'TKR10485'],
    ['A0001234', 'A1234'],
    ['369257', '369JK257'],
    ['SV12345', 'СВ12345'],
    ['СВ12345', 'SV12345'],
    ['XII 1234', '121234'],
    ['60916', '91609'],
  ] as const)
    assert.ok(near(one, other) || near(other, one), `${one} ${other}`)
})

test('the near path finds a number of which the first two or three or the last two characters are gone, from either side', () => {
  for (const [one, other] of [
    ['TKR10485', 'R10485'],
    ['TKR10485', 'TKR104'],
    ['481516', '1516'],
    ['AB48151', '48151'],
    ['4815162', '5162'],
  ] as const) {
    assert.ok(near(one, other), `${one} ${other}`)
    assert.ok(near(other, one), `${other} ${one}`)
  }
})

test('every number on an item is a key: slide and frame both find it', () => {
  const keys = keysOf('slide TST123, frame TST456')
  assert.ok(keys.includes(skeletonKey('T5T123')))
  assert.ok(keys.includes(skeletonKey('T5T456')))
})

test('the wide path finds what lost more than could be tried, or what two things befell', () => {
  for (const [query, recorded] of [
    ['TKR????5', 'TKR10485'],
    ['????0485', 'TKR10485'],
    ['T?R?0?85', 'TKR10485'],
    ['TKR1*', 'TKR10485'],
    ['TKR*5', 'TKR10485'],
    ['TK*85', 'TKR10485'],
    ['*0485', 'TKR10485'],
    ['TKR1*5', 'TKR10485'],
    ['KR10487', 'TKR10485'],
    ['TKR1045', 'TKR10485Z'],
    ['TXR10486', 'TKR10485'],
  ] as const)
    assert.ok(wide(query, recorded) || loose(query, recorded), `${query} ${recorded}`)
  assert.ok(!wide('TKR????5', 'ABC99999'))
})

test('a query asks for a bounded number of keys, whatever is typed', () => {
  const characters = fc.constantFrom(...'?*AB01289XYZТШ')
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 64 }), (typed) => {
      const mark = { stated: typed.join(''), norm: typed.join(''), skeleton: typed.join('') }
      assert.ok(nearKeys(mark).length <= 8_192 && wideKeys(mark).length <= 4_096 + 2 && looseKeys(mark).length <= 4_096)
    }),
  )
})

test('a record is posted under a bounded number of keys', () => {
  assert.ok(markKeys(readSerial('A1B2C3D4E5F6G7H8J9K1L2M3N4P5Q6R7S8T9U1V2W3X4Y5Z6A7B8C9D1E2F3G4H5')).length <= 20)
  assert.ok(keysOf('TKR10485').length <= 10)
})

test('a key is an int4, the same for the same text and another for another version', () => {
  fc.assert(
    fc.property(fc.string({ unit: CODE_POINT }), (text) => {
      const key = hash32(text)
      assert.equal(key, key | 0)
      assert.equal(hash32(text), key)
    }),
  )
  assert.equal(SKELETON_VERSION, 1)
  assert.equal(skeletonKey('T5T123'), hash32('1=T5T123'))
})

test('keys of a hundred thousand numbers in sequence hardly collide', () => {
  const keys = new Set(Array.from({ length: 100_000 }, (_, n) => skeletonKey(`AB${n}`)))
  assert.ok(keys.size > 99_980, String(keys.size))
})
