import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foundOf, type Stratum, stratified, wilson } from './intervals.ts'

const near = (one: number, other: number, within = 5e-5) =>
  assert.ok(Math.abs(one - other) <= within, `${one} ${other}`)

test('the score interval is that of Newcombe (1998), table I, method 3', () => {
  for (const [so, drawn, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const found = wilson(so, drawn)
    near(found.low, low, 6e-5)
    near(found.high, high, 6e-5)
  }
})

const stratum = fc
  .record({ size: fc.integer({ min: 1, max: 5_000 }), drawn: fc.integer({ min: 0, max: 60 }), share: fc.nat(60) })
  .map(({ size, drawn, share }): Stratum => ({ size, drawn, so: Math.min(drawn, share) }))

test('one stratum has the interval of its own, and more of them one that holds the estimate and is no wider than theirs', () => {
  fc.assert(
    fc.property(fc.array(stratum, { minLength: 1, maxLength: 6 }), (strata) => {
      const found = stratified(strata)
      if (strata.every(({ drawn }) => drawn === 0)) return assert.equal(found, null)
      if (!found) return assert.fail()
      const total = strata.reduce((sum, { size }) => sum + size, 0)
      const each = strata.map(({ so, drawn, size }) => ({ ...wilson(so, drawn), weight: size / total }))
      const [low, high] = (['low', 'high'] as const).map((end) =>
        each.reduce((sum, one) => sum + one[end] * one.weight, 0),
      )
      assert.ok(found.low <= found.value + 1e-9 && found.value <= found.high + 1e-9)
      assert.ok(found.low >= low! - 1e-9 && found.high <= high! + 1e-9)
      if (strata.length === 1) {
        near(found.low, low!, 1e-9)
        near(found.high, high!, 1e-9)
      }
    }),
  )
})

test('more readings of the same kind never widen the interval', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.integer({ min: 2, max: 9 }), (drawn, so, times) => {
      const of = (factor: number) => {
        const strata = [{ size: 100, drawn: drawn * factor, so: Math.min(so, drawn) * factor }]
        const { low, high } = stratified(strata)!
        return high - low
      }
      assert.ok(of(times) <= of(1) + 1e-9)
    }),
  )
})

test('what is found of all is one where nothing is left, and open where what is left was not looked at', () => {
  assert.equal(foundOf([{ size: 50, drawn: 20, so: 20 }], [])?.value, 1)
  const open = foundOf([{ size: 50, drawn: 20, so: 20 }], [{ size: 50, drawn: 0, so: 0 }])!
  assert.ok(open.low < 0.5 && open.high === 1)
  const half = foundOf([{ size: 50, drawn: 20, so: 20 }], [{ size: 100, drawn: 40, so: 20 }])!
  near(half.value, 0.5)
  assert.ok(half.low < 0.5 && half.high > 0.5)
})
