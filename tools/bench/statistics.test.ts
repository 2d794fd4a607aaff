import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { timesOf } from './statistics.ts'

describe('times', () => {
  it('have their mean, median, 99th percentile and interquartile range, in whatever order they were taken', () => {
    const samples = Array.from({ length: 1_000 }, (_, position) => (position * 7) % 1_000)
    assert.deepEqual(timesOf(samples), { mean: 499.5, median: 500, p99: 990, spread: 500 })
  })

  it('are none of nothing', () => {
    assert.ok(Number.isNaN(timesOf([]).median))
  })
})
