import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { MODELS } from './lexicons/models.ts'
import { findMake } from './make.ts'
import { readModel } from './model.ts'
import { modelCount, modelKey } from './model-table.ts'

const codeOf = (stated: string, make: string | null) => readModel(stated, make).code

describe('models', () => {
  test('are known in their variant spellings', () => {
    for (const stated of ['G22', 'g-22', '22', 'Glock 22', 'GLOCK G22', 'G22 Gen5'])
      assert.equal(codeOf(stated, 'glock'), 'glock/g22', stated)
    for (const stated of ['PT 92', 'pt92', 'PT-92', 'PT92AF', 'Taurus PT 92'])
      assert.equal(codeOf(stated, 'taurus'), 'taurus/pt92', stated)
  })

  test('Mark II is never Mark III, however either is written', () => {
    const second = ['Mark II', 'Mk II', 'MkII', 'MK.2', 'mark 2'].map((stated) => codeOf(stated, 'ruger'))
    const third = ['Mark III', 'Mk III', 'MK-3'].map((stated) => codeOf(stated, 'ruger'))
    assert.deepEqual(new Set(second), new Set(['ruger/mark2']))
    assert.deepEqual(new Set(third), new Set(['ruger/mark3']))
  })

  test('Rossi’s M88 is not Zastava’s', () => {
    assert.notEqual(codeOf('M88', 'rossi'), codeOf('M88', 'zastava'))
    assert.ok(codeOf('M88', 'rossi') && codeOf('M88', 'zastava'))
  })

  test('a model is known only within its make', () => {
    assert.equal(readModel('M88', null).said, 'unread')
    assert.equal(readModel('G22', 'beretta').said, 'unread')
    assert.equal(readModel('Glock 22', 'beretta').said, 'unread')
    assert.equal(codeOf('Glock 22', null), 'glock/g22')
  })

  test('one character away is another model', () => {
    assert.equal(readModel('PT 93', 'taurus').said, 'unread')
  })

  test('words for no model say so', () => {
    assert.equal(readModel('n/c', 'glock').said, 'not_recorded')
    assert.equal(readModel('', 'glock').said, 'not_recorded')
    assert.equal(readModel('não aparente', 'glock').said, 'illegible')
  })

  test('the table has a few hundred, each of a known make', () => {
    assert.ok(modelCount() >= 300)
    for (const make of Object.keys(MODELS)) assert.ok(findMake(make), make)
  })
})

test('a model’s key does not mind case, and any text is read', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(null, 'glock', 'constructor'), (stated, make) => {
      assert.equal(readModel(stated, make).stated, stated)
      if (/^[ -~]*$/.test(stated)) assert.equal(modelKey(stated.toUpperCase()), modelKey(stated))
    }),
    { numRuns: 2_000 },
  )
})
