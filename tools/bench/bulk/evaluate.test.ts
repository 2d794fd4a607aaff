import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DAMAGES } from '../mix/serial-damage.ts'
import { atThreshold, bestF1, evaluate, recallAtPrecision, recallByDamage } from './evaluate.ts'
import type { Judged, Truth } from './judged.ts'

const truth: Truth = {
  entries: [10, 11, 12, -1],
  damages: ['unchanged', 'unchanged', 'lost', 'edit'],
}
const judged: Judged[] = [
  { recovery: 0, entry: 10, probability: 0.9 },
  { recovery: 1, entry: 11, probability: 0.6 },
  { recovery: 3, entry: 12, probability: 0.6 },
  { recovery: 2, entry: 12, probability: 0.4 },
]

/** Few entries and few probabilities, so that much is right and much is tied. */
const problems = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.record({
    truth: fc.record({
      entries: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: count, maxLength: count }),
      damages: fc.array(fc.constantFrom(...DAMAGES), { minLength: count, maxLength: count }),
    }),
    judged: fc.uniqueArray(
      fc.record({
        recovery: fc.integer({ min: 0, max: count - 1 }),
        entry: fc.integer({ min: 0, max: 3 }),
        probability: fc.constantFrom(0, 0.1, 0.5, 0.7, 1),
      }),
      { selector: ({ recovery, entry }) => `${recovery} ${entry}` },
    ),
    precision: fc.constantFrom(0.3, 0.5, 0.75, 0.99),
  }),
)
const withPresent = problems.filter((each) => each.truth.entries.some((entry) => entry >= 0))

describe('an evaluation', () => {
  it('tells what has one probability together', () => {
    assert.deepEqual(recallAtPrecision(judged, truth, 0.99), { recall: 1 / 3, threshold: 0.9 })
    assert.deepEqual(recallAtPrecision(judged, truth, 0.75), { recall: 1, threshold: 0.4 })
  })

  it('finds no recall where no threshold is precise enough', () => {
    const wrong = [{ recovery: 0, entry: 11, probability: 1 }]
    assert.deepEqual(recallAtPrecision(wrong, truth, 0.99), { recall: 0, threshold: null })
    assert.equal(evaluate(wrong, truth).byDamage.all, 0)
  })

  it('counts recall over the recoveries that the register has', () => {
    assert.deepEqual(atThreshold(judged, truth, 0.5), { precision: 2 / 3, recall: 2 / 3 })
    assert.deepEqual(recallByDamage(judged, truth, 0.5), { unchanged: 1, lost: 0, all: 2 / 3 })
  })

  it('has no precision where nothing is told', () => {
    assert.deepEqual(atThreshold(judged, truth, 0.95), { precision: null, recall: 0 })
  })

  it('finds the best recall that any threshold has at a precision', () => {
    fc.assert(
      fc.property(withPresent, ({ truth, judged, precision }) => {
        const precise = judged
          .map(({ probability }) => atThreshold(judged, truth, probability))
          .filter((at) => at.precision !== null && at.precision >= precision)
        const best = Math.max(0, ...precise.map(({ recall }) => recall))
        const { recall, threshold } = recallAtPrecision(judged, truth, precision)
        assert.equal(recall, best)
        if (threshold !== null) assert.equal(recallByDamage(judged, truth, threshold).all, best)
      }),
    )
  })

  it('depends on the order of probabilities alone', () => {
    fc.assert(
      fc.property(withPresent, ({ truth, judged, precision }) => {
        const lower = judged.map((each) => ({ ...each, probability: each.probability ** 2 / 2 })).reverse()
        assert.equal(
          recallAtPrecision(lower, truth, precision).recall,
          recallAtPrecision(judged, truth, precision).recall,
        )
        assert.equal(bestF1(lower, truth), bestF1(judged, truth))
      }),
    )
  })
})
