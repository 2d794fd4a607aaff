import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { EARLIEST_YEAR, LATEST_YEAR, readYear, yearDistance, yearSpecificity } from './year.ts'

test('a year, a span, a decade', () => {
  assert.deepEqual(readYear('1978'), { from: 1978, to: 1978 })
  assert.deepEqual(readYear('١٩٧٨'), { from: 1978, to: 1978 })
  assert.deepEqual(readYear('1978.0'), { from: 1978, to: 1978 })
  assert.deepEqual(readYear('1978-1981'), { from: 1978, to: 1981 })
  assert.deepEqual(readYear('1978/79'), { from: 1978, to: 1979 })
  assert.deepEqual(readYear('1970s'), { from: 1970, to: 1979 })
  assert.deepEqual(readYear('197?'), { from: 1970, to: 1979 })
  assert.deepEqual(readYear('19??'), { from: 1900, to: 1999 })
})

test('what is not known is not guessed', () => {
  for (const stated of [
    undefined,
    null,
    '',
    '78',
    '0',
    '0000',
    '9999',
    'ca. 1978',
    '1402',
    '1981-1978',
    'n/c',
    '19780',
  ]) {
    assert.equal(readYear(stated), null, String(stated))
  }
})

test('distance is nought where intervals overlap, and symmetric', () => {
  assert.equal(yearDistance({ from: 1970, to: 1979 }, { from: 1978, to: 1978 }), 0)
  assert.equal(yearDistance({ from: 1978, to: 1978 }, { from: 1981, to: 1985 }), 3)
  const interval = fc
    .tuple(fc.integer({ min: EARLIEST_YEAR, max: LATEST_YEAR }), fc.nat(50))
    .map(([from, more]) => ({ from, to: from + more }))
  fc.assert(fc.property(interval, interval, (a, b) => assert.equal(yearDistance(a, b), yearDistance(b, a))))
})

test('one year is more specific than ten', () => {
  assert.ok(yearSpecificity({ from: 1978, to: 1978 }) > yearSpecificity({ from: 1970, to: 1979 }))
})

test('any text gives an interval within the bounds, or nothing', () => {
  fc.assert(
    fc.property(anyText, (stated) => {
      const year = readYear(stated)
      assert.ok(year === null || (year.from >= EARLIEST_YEAR && year.to <= LATEST_YEAR && year.from <= year.to))
    }),
  )
})
