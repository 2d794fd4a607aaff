import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StratumCount } from '@proofmark/contract/quality-words'
import fc from 'fast-check'
import { estimates, type JudgedPair } from './estimates.ts'
import { bandOf, damageOf } from './sample-pair.ts'

const count = (more: Partial<StratumCount>): StratumCount => ({
  band: 'sure',
  linked: true,
  sources: ['a', 'b'],
  damage: 'same',
  year: 2020,
  pairs: 100,
  ...more,
})
const judged = (of: StratumCount, same: number, different: number): JudgedPair[] =>
  Array.from({ length: same + different }, (_, at) => ({ ...of, probability: 1, same: at < same }))
const all = (counts: readonly StratumCount[], drawn: readonly JudgedPair[]) => estimates(counts, drawn)[0]!

test('a small stratum of which much was drawn counts for what it is', () => {
  const [sure, likely] = [count({ pairs: 900 }), count({ band: 'likely', pairs: 100 })]
  const { precision } = all([sure, likely], [...judged(sure, 10, 0), ...judged(likely, 10, 10)])
  assert.ok(Math.abs(precision!.value - 0.95) < 1e-9, 'not 20 of 30')
})

test('recall counts what is the same and was not followed, and nothing is said where nothing was judged', () => {
  const [sure, open] = [count({ pairs: 90 }), count({ band: 'open', linked: false, pairs: 40 })]
  const { recall } = all([sure, open], [...judged(sure, 20, 0), ...judged(open, 5, 15)])
  assert.ok(Math.abs(recall!.value - 0.9) < 1e-9)
  assert.deepEqual([all([sure], []).precision, all([sure], []).recall], [null, null])
})

test('by source, damage and year each pair counts where it belongs, an open one nowhere', () => {
  const [one, other] = [count({}), count({ damage: 'edit', year: null, sources: ['b', 'c'] })]
  const open: JudgedPair = { ...one, probability: 1, same: null }
  const found = estimates([one, other], [...judged(one, 3, 0), ...judged(other, 0, 3), open])
  const at = (by: string, of: string | null) => found.find((each) => each.by === by && each.of === of)!
  assert.deepEqual([at('source', 'b').judged, at('source', 'a').judged, at('source', 'c').judged], [6, 3, 3])
  assert.deepEqual([at('damage', 'edit').precision?.value, at('year', '2020').precision?.value], [0, 1])
  assert.equal(at('year', null).judged, 3)
})

test('from a sample of every stratum the truth lies in the interval nearly always, and it never leaves nought to one', () => {
  const shares = fc.tuple(fc.double({ min: 0.5, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.5, noNaN: true }))
  fc.assert(
    fc.property(shares, ([followed, left]) => {
      const counts = [count({ pairs: 1_000 }), count({ band: 'open', linked: false, pairs: 500 })]
      const [a, b] = [Math.round(40 * followed), Math.round(40 * left)]
      const { precision, recall } = all(counts, [...judged(counts[0]!, a, 40 - a), ...judged(counts[1]!, b, 40 - b)])
      const truth = (1_000 * (a / 40)) / (1_000 * (a / 40) + 500 * (b / 40))
      for (const [estimate, value] of [
        [precision!, a / 40],
        [recall!, truth],
      ] as const) {
        assert.ok(0 <= estimate.low && estimate.high <= 1)
        assert.ok(estimate.low <= value + 1e-9 && value <= estimate.high + 1e-9)
      }
    }),
  )
})

test('bands end where the model’s thresholds are, and the gravest of several damages is the one that counts', () => {
  assert.deepEqual([0.995, 0.9, 0.89, 0.1, 0.05].map(bandOf), ['sure', 'likely', 'open', 'doubtful', 'unlikely'])
  const level = (said: string) => damageOf([{ field: 'serial', level: said, bits: 1 }])
  assert.deepEqual([level('exact'), level('confused+substituted'), level('exact+part')], ['same', 'edit', 'same'])
})
