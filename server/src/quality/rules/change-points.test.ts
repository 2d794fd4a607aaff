import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changePoints, type MonthCount, twoProportionZ, twoSided } from './change-points.ts'

const monthOf = (at: number) => `${2012 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
const series = (shares: readonly number[], records = 40): MonthCount[] =>
  shares.map((share, at) => ({ month: monthOf(at), records, so: Math.round(share * records) }))

test('the two-proportion z and its tail are those of the tables', () => {
  // 38 of 200 beside 55 of 200: pooled share 0.2325.
  assert.ok(Math.abs(twoProportionZ(38, 200, 55, 200)! - 2.0122) < 5e-4)
  for (const [z, tail] of [
    [1.959964, 0.05],
    [2.575829, 0.01],
    [3.290527, 0.001],
    [0, 1],
  ] as const)
    assert.ok(Math.abs(twoSided(z) - tail) < 1e-6, `${z}`)
  assert.equal(twoProportionZ(5, 5, 5, 5), null)
})

test('the month of a change is found, with what was before and after', () => {
  const shares = Array.from({ length: 60 }, (_, at) => (at < 38 ? 0 : 1))
  const [change, ...others] = changePoints(series(shares), { tests: 10 })
  assert.deepEqual([change?.from, change?.before, change?.after, others.length], ['2015-03-01', 0, 1, 0])
})

test('a change and a change back are two', () => {
  const shares = Array.from({ length: 48 }, (_, at) => (at >= 12 && at < 30 ? 0.9 : 0.1))
  assert.deepEqual(
    changePoints(series(shares), { tests: 10 }).map(({ from }) => from),
    ['2013-01-01', '2014-07-01'],
  )
})

test('a share that stays, few records, and a change too small to matter are none', () => {
  assert.deepEqual(changePoints(series(Array(60).fill(0.5)), { tests: 10 }), [])
  assert.deepEqual(changePoints(series([0, 0, 1, 1], 3), { tests: 1 }), [])
  assert.deepEqual(changePoints(series([...Array(30).fill(0.4), ...Array(30).fill(0.5)], 4_000), { tests: 10 }), [])
  assert.deepEqual(changePoints([], { tests: 1 }), [])
})

test('every change is one that its own figures bear out, and they come in order of time', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(share, { maxLength: 40 }), (shares) => {
      const found = changePoints(series(shares), { tests: 5 })
      assert.deepEqual(
        found.map(({ from }) => from),
        found.map(({ from }) => from).toSorted(),
      )
      for (const { before, after, z } of found) {
        assert.ok(Math.abs(after - before) >= 0.2)
        assert.equal(Math.sign(z), Math.sign(after - before))
      }
    }),
  )
})
