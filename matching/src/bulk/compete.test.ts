import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compete } from './compete.ts'

const claimsOf = (pairs: readonly (readonly [record: number, entry: number, odds: number])[]) => ({
  records: Uint32Array.from(pairs, ([record]) => record),
  entries: Uint32Array.from(pairs, ([, entry]) => entry),
  odds: Float64Array.from(pairs, ([, , odds]) => odds),
})

test('entries that fit equally share the probability, and some is left for none of them', () => {
  const [one, other] = compete(
    claimsOf([
      [0, 3, 50],
      [0, 4, 50],
    ]),
    5,
    0.01,
  )
  assert.equal(one, other)
  assert.ok(one! > 0.49 && one! < 0.5)
})

test('an entry that is surely another record’s is hardly this one’s', () => {
  const alone = compete(
    claimsOf([
      [1, 3, 1],
      [1, 4, 1],
    ]),
    5,
    0.01,
  )
  const beside = compete(
    claimsOf([
      [0, 3, 1e6],
      [1, 3, 1],
      [1, 4, 1],
    ]),
    5,
    0.01,
  )
  assert.ok(beside[1]! < alone[0]! / 10)
  assert.ok(beside[2]! > alone[1]!)
})

test('a record’s probabilities never sum to more than one, in whatever order records come', () => {
  const pair = fc.tuple(fc.nat(6), fc.nat(5), fc.double({ min: 1e-6, max: 1e6, noNaN: true }))
  fc.assert(
    fc.property(
      fc.uniqueArray(pair, { selector: ([record, entry]) => `${record} ${entry}`, maxLength: 30 }),
      (pairs) => {
        const sorted = pairs.toSorted(([a], [b]) => a - b)
        const reversed = pairs.toSorted(([a], [b]) => b - a)
        const told = (list: typeof sorted) => {
          const probabilities = compete(claimsOf(list), 6, 0.01)
          return new Map(list.map(([record, entry], at) => [`${record} ${entry}`, probabilities[at]!]))
        }
        const [forward, backward] = [told(sorted), told(reversed)]
        for (const [key, value] of forward) assert.ok(Math.abs(value - backward.get(key)!) < 1e-9)
        for (const record of new Set(sorted.map(([each]) => each))) {
          const sum = [...forward]
            .filter(([key]) => key.startsWith(`${record} `))
            .reduce((all, [, value]) => all + value, 0)
          assert.ok(sum <= 1 + 1e-9)
        }
      },
    ),
  )
})
