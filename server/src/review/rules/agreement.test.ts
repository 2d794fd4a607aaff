import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { agreementOf, wilson } from './agreement.ts'

const near = (actual: number | undefined, expected: number, within: number) =>
  assert.ok(actual !== undefined && Math.abs(actual - expected) < within, `${actual} is not ${expected}`)
const table = (both: number, onlyFirst: number, onlySecond: number, neither: number) => [
  ...Array<readonly [string, string]>(both).fill(['same', 'same']),
  ...Array<readonly [string, string]>(onlyFirst).fill(['same', 'different']),
  ...Array<readonly [string, string]>(onlySecond).fill(['different', 'same']),
  ...Array<readonly [string, string]>(neither).fill(['different', 'different']),
]

test('kappa is that of the published example', () => {
  // Sim and Wright, Physical Therapy 85 (2005), table 1: two clinicians, 39 patients, kappa .67.
  const { raw, kappa, agreed } = agreementOf(table(22, 2, 4, 11))
  assert.equal(agreed, 33)
  near(raw?.value, 0.846, 0.001)
  near(kappa?.value, 0.67, 0.005)
})

test('the interval of a share is that of the published examples', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  for (const [hits, of, from, to] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    near(wilson(hits, of)?.from, from, 0.0001)
    near(wilson(hits, of)?.to, to, 0.0001)
  }
})

test('where nothing was judged twice, or all said the same, kappa says nothing rather than something', () => {
  assert.deepEqual(agreementOf([]), { pairs: 0, agreed: 0, raw: null, kappa: null })
  assert.equal(agreementOf(table(9, 0, 0, 0)).kappa, null)
  assert.equal(agreementOf(table(9, 0, 0, 0)).raw?.value, 1)
})

test('it does not matter who is called the first, nor in which order the pairs come', () => {
  const word = fc.constantFrom('same', 'different', 'undecided')
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 30 }), (readings) => {
      const { kappa, raw } = agreementOf(readings)
      const turned = agreementOf(readings.map(([one, other]) => [other, one] as const).reverse())
      assert.equal(turned.raw?.value, raw?.value)
      assert.equal(turned.kappa === null, kappa === null)
      if (kappa && turned.kappa) near(turned.kappa.value, kappa.value, 1e-9)
      if (kappa) assert.ok(kappa.from <= kappa.value && kappa.value <= 1 && kappa.to <= 1)
    }),
  )
})
