import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { measure, shareMeasure, summaryLines } from './measure.ts'

describe('a measure', () => {
  const slow = { name: 'look-up', unit: 'ms', value: 9, baseline: { name: 'select', value: 3 } }

  it('with a baseline is held to its ratio', () => {
    const { ratio, target, met } = measure({ ...slow, target: { atMost: 2.5 } })
    assert.deepEqual({ ratio, target, met }, { ratio: 3, target: '≤ 2.5', met: false })
    assert.equal(measure({ ...slow, target: { atLeast: 3 } }).met, true)
  })

  it('without a baseline is held to its value', () => {
    assert.equal(shareMeasure('found', 0.949, { atLeast: 95 }).met, false)
    assert.equal(shareMeasure('found', 0.95, { atLeast: 95 }).met, true)
  })

  it('with a baseline beside it for comparison alone is held to its value', () => {
    const { target, met } = measure({ ...slow, target: { atMost: 10 }, absolute: true })
    assert.deepEqual({ target, met }, { target: '≤ 10 ms', met: true })
  })

  it('without a target is neither met nor missed', () => {
    assert.equal(measure(slow).met, null)
    assert.doesNotMatch(summaryLines([measure(slow)]).join('\n'), /met|missed/)
  })

  it('that is no number is missed', () => {
    assert.equal(measure({ ...slow, value: Number.NaN, target: { atMost: 2 } }).met, false)
  })

  it('stands in the table beside its baseline, ratio and target', () => {
    const [, line] = summaryLines([measure({ ...slow, target: { atMost: 4 } })])
    assert.match(line!, /^look-up +9\.00 ms +select: 3\.00 ms +3\.00 +≤ 4 +met$/)
  })
})
