import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { IndexOrder } from './index-order.ts'

const kinds = (order: IndexOrder, indexes: readonly number[]): string[] =>
  indexes.map((index) => order.place(index).kind)

describe('the order of indexes', () => {
  test('tells next, ahead, late and repeated ones apart, and what is missing in the end', () => {
    const order = new IndexOrder()
    assert.deepEqual(kinds(order, [0, 1, 1, 4, 3, 3, 1, 7]), [
      'next',
      'next',
      'duplicate',
      'ahead',
      'late',
      'duplicate',
      'duplicate',
      'ahead',
    ])
    assert.deepEqual(order.gaps, [
      { start: 2, end: 3 },
      { start: 5, end: 7 },
    ])
    assert.equal(order.length, 8)
  })

  test('agrees with a set of all indexes seen, for any sequence', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60)), (indexes) => {
        const order = new IndexOrder()
        const seen = new Set<number>()
        for (const index of indexes) {
          const highest = Math.max(-1, ...seen)
          const expected = seen.has(index)
            ? 'duplicate'
            : index < highest
              ? 'late'
              : index === highest + 1
                ? 'next'
                : 'ahead'
          assert.equal(order.place(index).kind, expected)
          seen.add(index)
        }
        const missing = order.gaps.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i))
        const never = Array.from({ length: order.length }, (_, index) => index).filter((index) => !seen.has(index))
        assert.deepEqual(
          missing.toSorted((left, right) => left - right),
          never,
        )
      }),
    )
  })

  test('remembers a bounded number of gaps and counts the others', () => {
    const order = new IndexOrder()
    for (let index = 1; index < 4_000; index += 2) order.place(index)
    assert.equal(order.gaps.length + order.forgotten, 2_000)
    assert.equal(order.gaps.length, 1_000)
    assert.equal(order.place(3_990).kind, 'late')
  })
})
