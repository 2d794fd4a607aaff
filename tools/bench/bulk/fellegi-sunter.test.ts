import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { learnWeights, type Pattern } from './fellegi-sunter.ts'

/** By field, how often each level occurs: of pairs of one firearm, and of others. */
const SAME = [
  [0.99, 0.01],
  [0.8, 0.2],
  [0.7, 0.3],
]
const OTHER = [
  [0.05, 0.95],
  [0.2, 0.8],
  [0.1, 0.9],
]
const MATCHES = 0.1

const chanceOf = (shares: readonly (readonly number[])[], levels: readonly number[]) =>
  levels.reduce((chance, level, field) => chance * shares[field]![level - 1]!, 1)

const patterns: Pattern[] = [1, 2].flatMap((one) =>
  [1, 2].flatMap((two) =>
    [1, 2].map((three) => {
      const levels = [one, two, three]
      return { levels, pairs: 1e7 * (MATCHES * chanceOf(SAME, levels) + (1 - MATCHES) * chanceOf(OTHER, levels)) }
    }),
  ),
)
const beliefs = [
  [0.7, 0.3],
  [0.7, 0.3],
  [0.7, 0.3],
]
const learning = {
  patterns,
  beliefs,
  alike: (level: number) => level === 1,
  unlike: (level: number) => level === 2,
  matches: 0.05,
}

describe('the weights of Fellegi and Sunter', () => {
  it('are found without labels where fields are independent', () => {
    const { prior, fields } = learnWeights(learning)
    const near = (value: number, expected: number) =>
      assert.ok(Math.abs(value - expected) < 0.1, `${value} is far from ${expected}`)
    near(prior, Math.log(MATCHES / (1 - MATCHES)))
    for (const [field, weights] of fields.entries())
      for (const [level, weight] of weights.entries())
        near(weight, level === 0 ? 0 : Math.log(SAME[field]![level - 1]! / OTHER[field]![level - 1]!))
  })

  it('take what is not stated as no evidence', () => {
    const silent = patterns.map(({ levels, pairs }) => ({ levels: [...levels, 0], pairs }))
    assert.deepEqual(
      learnWeights({ ...learning, patterns: silent, beliefs: [...beliefs, [0.5, 0.5]] }).fields[3]![0],
      0,
    )
  })
})
