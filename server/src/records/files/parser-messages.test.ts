import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { parserMessage } from './parser-messages.ts'

test('what the parser says is believed as far as it has the form of a message', () => {
  const batch = { kind: 'rows', places: [2], rows: [['A']], found: [1] }
  assert.equal(parserMessage(batch), batch)
  assert.equal(parserMessage({ ...batch, rows: [['A', 7]] }), null)
  assert.equal(parserMessage({ ...batch, places: [2, 3] }), null)
  assert.equal(parserMessage({ ...batch, found: ['1'] }), null)
  assert.equal(parserMessage({ kind: 'fault', reason: 'zip_damaged', row: 0 })?.kind, 'fault')
  assert.equal(parserMessage({ kind: 'fault', reason: 'whatever it likes', row: 0 }), null)
  assert.equal(parserMessage({ kind: 'opened', form: { kind: 'csv' }, headings: [] }), null)
})

test('anything else is no message', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => parserMessage(value) === null))
})
