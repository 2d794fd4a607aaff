import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { readBallisticResult } from './ballistic-result.ts'

test('a confirmed hit is read in the languages of laboratories, with what follows it', () => {
  for (const stated of [
    'confirmed hit',
    'Confirmed hit: case 4711/2019',
    'HIT CONFIRMED (two casings)',
    'hit',
    `confirmed hit with the casings of ${'a shooting at the harbour '.repeat(9)}`,
    'result - confirmed match',
    'Concordance confirmée',
    'hit confirmado',
    'Bestätigter Treffer',
    'potvrđen pogodak',
    'потврђен погодак',
    'подтверждённое совпадение',
    'تطابق مؤكد',
  ])
    assert.equal(readBallisticResult(stated), 'hit', stated)
})

test('what is not confirmed is a lead, whatever else the text calls it', () => {
  for (const stated of [
    'lead',
    'Unconfirmed hit',
    'hit not confirmed',
    'hit; to be confirmed: possible match',
    'möglicher Treffer',
    'concordance possible',
    'возможное совпадение',
    'confirmed hit pending',
  ])
    assert.equal(readBallisticResult(stated), 'lead', stated)
})

test('a negative result is none, and a text that says both hit and none says nothing', () => {
  for (const stated of ['no hit', 'Negativo', 'kein Treffer', 'لا تطابق']) {
    assert.equal(readBallisticResult(stated), 'none', stated)
  }
  assert.equal(readBallisticResult('hit; eliminated'), null)
})

test('words that no table knows stay unknown, and no text makes it fail', () => {
  for (const stated of [
    null,
    undefined,
    '',
    'test-fired',
    'hitherto unknown',
    'hit and run',
    'lead bullet recovered',
    '4711',
  ]) {
    assert.equal(readBallisticResult(stated), null, String(stated))
  }
  fc.assert(
    fc.property(anyText, (text) => {
      const result = readBallisticResult(text)
      return result === null || ['hit', 'lead', 'none'].includes(result)
    }),
  )
})
