import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSerial } from '@proofmark/domain/serial'
import fc from 'fast-check'
import { hash32 } from './hash.ts'
import { markKeys, openSkeletons, queryKeys, SKELETON_VERSION, skeletonKey } from './keys.ts'

const keysOf = (serial: string) => markKeys(readSerial(serial))
const share = (a: string, b: string) => keysOf(a).some((key) => keysOf(b).includes(key))

test('marks that differ in confusable characters share a key', () => {
  assert.ok(share('TKR1048', 'tkr-1O4B'))
  assert.ok(share('S5Z2', '552Z'))
  assert.ok(!share('TKR1048', 'TKR1049'))
})

test('an open character has a key for each of its readings', () => {
  assert.deepEqual(openSkeletons('A[14]7', 64), ['A17', 'A47'])
  assert.ok(share('AB[14]789', 'AB1789'))
  assert.ok(share('AB[14]789', 'AB4789'))
})

test('a mark with one lost character is posted under each that may stand there, and asked for with two', () => {
  const query = (serial: string) => queryKeys(readSerial(serial)[0]!)
  const found = (asked: string, recorded: string) => query(asked).some((key) => keysOf(recorded).includes(key))
  assert.ok(found('TK?1O4[8B]', 'TKR1048'))
  assert.ok(found('TKR1048', 'TK?1048'))
  assert.ok(found('TK?10?8', 'TKR1048'))
  assert.ok(!found('TK?1048', 'TKR1049'))
})

test('a mark with an unknown run or too much open has no key of this path', () => {
  for (const pattern of ['A*1', '', '[0123456789][0123456789]']) assert.deepEqual(openSkeletons(pattern, 64), [])
  assert.deepEqual(openSkeletons('A???1', 4_096), [])
  assert.deepEqual(openSkeletons(null, 64), [])
})

test('every number on an item is a key: slide and frame both find it', () => {
  const keys = keysOf('slide TST123, frame TST456')
  assert.ok(keys.includes(skeletonKey('T5T123')))
  assert.ok(keys.includes(skeletonKey('T5T456')))
})

test('a key is an int4, the same for the same text and another for another version', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
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
