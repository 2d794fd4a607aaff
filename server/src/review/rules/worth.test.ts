import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { entropy, type Stakes, worthOf } from './worth.ts'

const plain: Stakes = { kind: 'undecided', probability: 0.5, opensLife: false, asked: false, moved: 0, days: 0 }
const worth = (part: Partial<Stakes>) => worthOf({ ...plain, ...part }).worth

test('uncertainty is that of Shannon: a bit at even odds, nothing where nothing is left to decide', () => {
  assert.equal(entropy(0.5), 1)
  assert.equal(entropy(0), 0)
  assert.equal(entropy(1), 0)
  // Shannon 1948, of two messages with chances of a quarter and three quarters.
  assert.ok(Math.abs(entropy(0.25) - 0.8112781245) < 1e-9)
})

test('even odds go before what is nearly sure, and what more hangs on before what less hangs on', () => {
  assert.ok(worth({ probability: 0.5 }) > worth({ probability: 0.85 }))
  assert.ok(worth({ opensLife: true, probability: 0.8 }) > worth({ probability: 0.5 }))
  assert.ok(worth({ asked: true, opensLife: true }) > worth({ opensLife: true }))
  assert.ok(worth({ moved: 5 }) > worth({ moved: 1 }))
  assert.equal(worth({ days: 90 }), worth({ days: 900 }))
})

test('why it is first is said, the weightiest first, and something always is', () => {
  const told = worthOf({ ...plain, opensLife: true, moved: 1, days: 3 }).reasons.map(({ id }) => id)
  assert.deepEqual(told, ['review.why.open', 'review.why.opens_life', 'review.why.moved', 'review.why.days'])
  assert.deepEqual(worthOf({ ...plain, probability: 0.15 }).reasons[0]?.id, 'review.why.open')
})

test('worth is never less for more that hangs on a pair, whatever the rest', () => {
  const stakes = fc.record({
    kind: fc.constantFrom('undecided' as const, 'held-back' as const, 'contradiction' as const),
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    opensLife: fc.boolean(),
    asked: fc.boolean(),
    moved: fc.nat(50),
    days: fc.nat(400),
  })
  fc.assert(
    fc.property(stakes, (each) => {
      const less = worthOf(each).worth
      assert.ok(less >= 0 && Number.isFinite(less))
      for (const more of [{ opensLife: true }, { asked: true }, { moved: each.moved + 1 }, { days: each.days + 1 }])
        assert.ok(worthOf({ ...each, ...more }).worth >= less)
    }),
  )
})
