import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countedSerial, serialAt } from '@proofmark/domain/serial-count'
import { LONGEST_RANGE, type SerialRange } from '@proofmark/domain/serial-range'
import fc from 'fast-check'
import { keysOfRangesOver, rangeKeys, rangeShapeKey } from './range-keys.ts'

const shape = countedSerial('TKR0000000B')!
const rangeOf = (from: number, count: number): SerialRange => ({
  ...{ first: serialAt(shape, from), last: serialAt(shape, from + count - 1), count },
})
const meet = (range: SerialRange, number: number) => {
  const keys = new Set(rangeKeys([range]))
  return keysOfRangesOver(serialAt(shape, number)).filter((key) => keys.has(key)).length
}

test('a number meets a range under one key exactly where it lies in it', () => {
  const ranges = fc.tuple(fc.integer({ min: 100, max: 1_000_000 }), fc.integer({ min: 1, max: 200_000 }))
  fc.assert(
    fc.property(ranges, fc.integer({ min: -50, max: 50 }), fc.boolean(), ([from, count], step, end) => {
      const number = (end ? from + count - 1 : from) + step
      assert.equal(meet(rangeOf(from, count), number), number >= from && number < from + count ? 1 : 0)
    }),
  )
})

test('the longest range is posted under few keys, and a number of another shape meets none of them', () => {
  const longest = rangeOf(1, LONGEST_RANGE)
  assert.ok(rangeKeys([longest]).length <= 41)
  const keys = new Set(rangeKeys([longest]))
  for (const other of ['TKR0500000', 'TKR500000B', 'TKS0500000B', '0500000', 'TKR05?0000B'])
    assert.ok(![rangeShapeKey(other), ...keysOfRangesOver(other)].some((key) => key !== null && keys.has(key)), other)
  assert.ok(keys.has(rangeShapeKey('TKR9999999B')!))
})
