import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { readSerial } from './serial.ts'
import { type SerialSurroundings, serialHints } from './serial-plausibility.ts'

const hints = (stated: string, surroundings?: SerialSurroundings) =>
  serialHints(readSerial(stated)[0]!, surroundings).map((hint) => hint.id)

test('an ordinary serial gives no hint', () => {
  assert.deepEqual(hints('AB47123', { model: 'PT 92', calibre: '9mm' }), [])
})

test('oddities of shape are named', () => {
  assert.deepEqual(hints('7777777'), ['serial_one_character_repeated'])
  assert.deepEqual(hints('123456'), ['serial_counts_up'])
  assert.deepEqual(hints('47'), ['serial_short'])
  assert.deepEqual(hints('A471234567890123456789'), ['serial_long'])
  assert.deepEqual(hints('KMA'), ['serial_no_digits'])
})

test('the item’s own model, calibre or another number of it is no serial', () => {
  assert.deepEqual(hints('PT838', { model: 'pt 838' }), ['serial_is_model'])
  assert.deepEqual(hints('0380', { calibre: '0380' }), ['serial_is_calibre'])
  const proof = readSerial('PTB 4711')[1]!
  assert.deepEqual(hints('4711', { otherMarks: [proof] }), ['serial_is_other_mark'])
})

test('letters of another script and unread words are shown', () => {
  assert.deepEqual(hints('Ж47123'), ['serial_foreign_script'])
  assert.deepEqual(hints('some odd words'), ['serial_not_read'])
  assert.deepEqual(hints('raspado'), [])
})

test('any mark can be asked', () => {
  fc.assert(fc.property(anyText, (stated) => void hints(stated, { model: stated, calibre: stated })))
})
