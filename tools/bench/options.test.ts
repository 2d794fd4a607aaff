import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PARTS, readOptions } from './options.ts'

describe('options of the bench', () => {
  it('measure all parts of 100,000 entries where nothing is said', () => {
    assert.deepEqual(readOptions([]), {
      entries: 100_000,
      parts: new Set(PARTS),
      seizures: null,
      sample: null,
      febrl: null,
      json: false,
    })
  })

  it('take parts by name', () => {
    assert.deepEqual(readOptions(['--only', 'look-up, accuracy']).parts, new Set(['look-up', 'accuracy']))
  })

  it('refuse what they do not know, and name what they would take', () => {
    assert.throws(() => readOptions(['--only', 'lookup']), /import, look-up, answers, accuracy.*"lookup"/)
    assert.throws(() => readOptions(['--entries', '500']), /at least 20000, not 500/)
    assert.throws(() => readOptions(['--entries', 'many']), /whole number.*many/)
  })
})
