import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Chances } from '../../../../server/src/demonstration/random.ts'
import { casesOf, repeated } from '../../mix/draw.ts'
import { distributionOf } from './distribution.ts'

describe('the distribution of what is drawn', () => {
  it('sums the ways that lead to one outcome', () => {
    const distribution = distributionOf((chances) => (chances.happens(0.25) ? 1 : chances.below(4)))
    assert.deepEqual([...distribution.entries()].toSorted(), [
      [0, 0.1875],
      [1, 0.4375],
      [2, 0.1875],
      [3, 0.1875],
    ])
  })

  it('has cases by their shares, and none that cannot be', () => {
    const draw = casesOf({ often: 3, never: 0, seldom: 1 })
    assert.deepEqual(Object.fromEntries(distributionOf(draw)), { often: 0.75, seldom: 0.25 })
  })

  it('has what is repeated until it succeeds beside what succeeds, and the failure of all attempts', () => {
    const attempt = (chances: Chances) => (chances.happens(0.5) ? null : chances.pick(['a', 'b', 'c', 'c']))
    assert.deepEqual(Object.fromEntries(distributionOf((chances) => repeated(attempt, chances))), {
      a: 0.25,
      b: 0.25,
      c: 0.5,
    })
    const twice = distributionOf((chances) => repeated(attempt, chances, 2) ?? 'none')
    assert.deepEqual(Object.fromEntries(twice), { a: 0.1875, b: 0.1875, c: 0.375, none: 0.25 })
  })

  it('refuses a draw that cannot be gone through', () => {
    assert.throws(() => distributionOf((chances) => chances.next()), /too many outcomes/)
  })
})
