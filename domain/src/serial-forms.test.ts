import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyText, plainNorm } from './arbitrary.test-helper.ts'
import {
  normWithoutLeadingZeros,
  phoneticForms,
  romanNumeralForm,
  turnedRound,
  withoutEmbeddedLetters,
} from './serial-forms.ts'
import { norm } from './serial-norm.ts'

test('zeros go at the start and after a prefix, but not the last character', () => {
  assert.equal(normWithoutLeadingZeros('A0001234'), 'A1234')
  assert.equal(normWithoutLeadingZeros('001234'), '1234')
  assert.equal(normWithoutLeadingZeros('1001'), '1001')
  assert.equal(normWithoutLeadingZeros('000'), '0')
})

test('letters between digits go, those at either end stay', () => {
  assert.equal(withoutEmbeddedLetters('369J257'), '369257')
  assert.equal(withoutEmbeddedLetters('369J257'), withoutEmbeddedLetters('369M257'))
  assert.equal(withoutEmbeddedLetters('A369257Z'), 'A369257Z')
})

test('Cyrillic is found by sight and by sound, as two different queries', () => {
  assert.equal(norm('СВ12345'), 'CB12345')
  assert.deepEqual(phoneticForms('СВ12345'), ['SV12345'])
  assert.deepEqual(phoneticForms('AB12345'), [])
})

test('Serbian and Russian letters have a plain and a wide spelling', () => {
  assert.deepEqual(phoneticForms('Ж-471'), ['Z471', 'ZH471'])
  assert.deepEqual(phoneticForms('Ђ-471'), ['DJ471'])
  assert.deepEqual(phoneticForms('Đ471'), ['DJ471'])
  assert.deepEqual(phoneticForms('Č471'), ['CH471'])
})

test('a part held upside-down is read from the other end', () => {
  assert.equal(turnedRound('609'), '609')
  assert.equal(turnedRound('6180'), '0819')
  assert.equal(turnedRound('4711'), null)
  fc.assert(
    fc.property(plainNorm, (text) => {
      const turned = turnedRound(text)
      if (turned !== null) assert.equal(turnedRound(turned), text)
    }),
  )
})

test('an isolated Roman numeral may be a number, a prefix may not', () => {
  assert.equal(romanNumeralForm('XII 1234'), '121234')
  assert.equal(romanNumeralForm('Ⅳ-471'), '4471')
  assert.equal(romanNumeralForm('XII1234'), null)
  assert.equal(romanNumeralForm('IIII 471'), null)
})

test('no form throws, whatever the text', () => {
  fc.assert(
    fc.property(anyText, (stated) => {
      const text = norm(stated)
      normWithoutLeadingZeros(text)
      withoutEmbeddedLetters(text)
      turnedRound(text)
      romanNumeralForm(stated)
      for (const form of phoneticForms(stated)) assert.equal(norm(form), form)
    }),
    { numRuns: 1_000 },
  )
})
