import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { plainNorm } from './arbitrary.test-helper.ts'
import { serialDistance, substitutionCost } from './serial-distance.ts'

describe('the distance of two serials', () => {
  for (const [a, b, expected, why] of [
    ['AB1O235', 'AB10235', 0.25, 'O for 0'],
    ['A47123', 'A4712B', 1, 'characters that nobody confuses'],
    ['D471', '0471', 0.6, 'a weaker likeness'],
    ['471', '417', 0.5, 'two neighbours changed over'],
    ['A0001234', 'A1234', 0.2, 'zeros missing after the prefix'],
    ['001234', '1234', 0.2, 'zeros missing at the start'],
    ['A4712', 'A471', 1, 'a character dropped'],
    ['47?23', '47123', 0, 'a lost character is any one'],
    ['47*', '47123', 0, 'a run is any number of them'],
    ['12[8B]4', '12B4', 0, 'a doubt counts by its best reading'],
    ['12[8B]4', '1234', 1, 'and no better than that'],
    ['619', '916', 1.2, 'a part read upside-down'],
  ] as const) {
    test(`${a} to ${b} is ${expected}: ${why}`, () => {
      assert.ok(Math.abs(serialDistance(a, b) - expected) < 1e-9, String(serialDistance(a, b)))
    })
  }

  test('is symmetric, and zero for plain serials exactly when they are equal', () => {
    fc.assert(
      fc.property(plainNorm, plainNorm, (a, b) => {
        assert.ok(Math.abs(serialDistance(a, b) - serialDistance(b, a)) < 1e-9)
        assert.equal(serialDistance(a, b) === 0, a === b)
      }),
      { numRuns: 2_000 },
    )
  })

  test('is at most one edit for each position of the longer one', () => {
    fc.assert(
      fc.property(plainNorm, plainNorm, (a, b) => assert.ok(serialDistance(a, b) <= Math.max(a.length, b.length))),
    )
  })

  test('substitution costs are symmetric and one of four', () => {
    for (const a of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
      for (const b of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
        assert.equal(substitutionCost(a, b), substitutionCost(b, a))
        assert.ok([0, 0.25, 0.6, 1].includes(substitutionCost(a, b)))
      }
    }
  })
})
