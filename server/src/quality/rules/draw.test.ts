import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allocate, drawnAt } from './draw.ts'

test('a sample has the size that is wished for, something of every stratum, and never more than there is', () => {
  const sizes = fc.array(fc.nat(3_000), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 200 }), (strata, total) => {
      const given = allocate(strata, total)
      const all = strata.reduce((sum, size) => sum + size, 0)
      assert.equal(
        given.reduce((sum, one) => sum + one, 0),
        Math.min(total, all),
      )
      for (const [at, size] of strata.entries()) assert.ok(given[at]! <= size)
      if (total >= 2 * strata.length)
        for (const [at, size] of strata.entries()) assert.ok(given[at]! >= Math.min(2, size))
    }),
  )
})

test('larger strata are seen better, though not in proportion', () => {
  assert.deepEqual(allocate([10_000, 100], 110), [100, 10])
})

test('the same seed draws in the same order and another in another', () => {
  const order = (seed: string) =>
    ['a', 'b', 'c', 'd'].toSorted((x, y) => (drawnAt(seed, x, 'z') < drawnAt(seed, y, 'z') ? -1 : 1))
  assert.deepEqual(order('one'), order('one'))
  assert.notDeepEqual(order('one'), order('six'))
})
