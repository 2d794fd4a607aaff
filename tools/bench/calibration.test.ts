import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bandsOf } from './calibration.ts'

const said = fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() })

describe('bands of calibration', () => {
  it('count everything that was said once, each within its band', () => {
    fc.assert(
      fc.property(fc.array(said), (all) => {
        const bands = bandsOf(all)
        assert.equal(
          bands.reduce((sum, { count }) => sum + count, 0),
          all.length,
        )
        for (const band of bands) assert.ok(band.said >= band.from - 1e-9 && band.said <= band.to + 1e-9)
      }),
    )
  })

  it('say how often each came true, with certainty in the last', () => {
    const all = [
      { probability: 1, right: true },
      { probability: 0.92, right: false },
      { probability: 0.31, right: true },
    ]
    assert.deepEqual(
      bandsOf(all).map(({ from, count, right }) => ({ from, count, right })),
      [
        { from: 0.3, count: 1, right: 1 },
        { from: 0.9, count: 2, right: 0.5 },
      ],
    )
  })
})
