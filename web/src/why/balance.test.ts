import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Evidence } from '@proofmark/contract/schemas/find'
import fc from 'fast-check'
import { alone, balance, PAIR_START, position, SCALE } from './balance.ts'

const evidence: readonly Evidence[] = [
  { field: 'prior', bits: -19.9, text: '' },
  { field: 'serial', bits: 20.6, text: '' },
  { field: 'calibre', bits: -3.1, text: '' },
]

test('each field begins where the last one ended, and the prior at the start of the scale', () => {
  const { steps, sum } = balance(evidence)
  assert.deepEqual(
    steps.map(({ from, to }) => [from.toFixed(1), to.toFixed(1)]),
    [
      ['-24.0', '-19.9'],
      ['-19.9', '0.7'],
      ['0.7', '-2.4'],
    ],
  )
  assert.equal(sum.toFixed(1), '-2.4')
})

test('even odds stand at one place, and what lies beyond the scale is cut and says so', () => {
  assert.equal(position(0).percent.toFixed(2), ((24 / 66) * 100).toFixed(2))
  assert.deepEqual(position(SCALE.most + 3), { percent: 100, cut: true })
  assert.deepEqual(position(SCALE.least), { percent: 0, cut: false })
})

test('the even odds that the style sheet draws are those of the scale', async () => {
  const css = await readFile(new URL('./Why.module.css', import.meta.url), 'utf8')
  assert.ok(css.includes(`calc(${-SCALE.least} / ${SCALE.most - SCALE.least} * 100%)`))
})

test('what rivals take from a record is in its sum and not in its own evidence', () => {
  const { sum, own } = balance([...evidence, { field: 'rivals', bits: -2, text: '' }])
  assert.deepEqual([sum.toFixed(1), own.toFixed(1)], ['-4.4', '-2.4'])
})

test('the evidence of two records alone begins at a place of its own, and no strong match is cut', () => {
  const [, ...pair] = evidence
  const { steps, sum, end, ofPair } = balance(pair)
  assert.ok(ofPair && !balance(evidence).ofPair)
  assert.equal(steps[0]?.from, PAIR_START)
  assert.equal(end.toFixed(6), (PAIR_START + sum).toFixed(6))
  assert.equal(position(PAIR_START + 56).cut, false)
})

test('no number of bits leaves the scale', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (bits) => {
      const { percent } = position(bits)
      assert.ok(percent >= 0 && percent <= 100)
    }),
  )
})

test('six bits alone are 0.98', () => {
  assert.equal(alone(6).toFixed(2), '0.98')
  assert.equal(alone(0), 0.5)
})
