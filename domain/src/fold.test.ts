import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { foldKey, foldTokens, isBlank, LONGEST_WORD } from './fold.ts'

test('case, accents, spaces and punctuation do not part two words', () => {
  for (const [a, b] of [
    ['Smith & Wesson', 'SMITH&WESSON'],
    ['NÃO  CONSTA', 'nao consta'],
    ['Škoda', 'skoda'],
    ['Стёрт', 'стерт'],
    ['مدرسة', 'مدرسه'],
    ['Straße', 'STRASSE'],
    ['٣٨', '38'],
  ] as const) {
    assert.equal(foldKey(a), foldKey(b))
  }
  assert.notEqual(foldKey('Mark II'), foldKey('Mark III'))
})

test('folding twice is folding once, and what is left is letters and digits', () => {
  fc.assert(
    fc.property(anyText, (stated) => {
      const key = foldKey(stated)
      assert.match(key, /^[\p{L}\p{Nd}]*$/u)
      if (key.length <= LONGEST_WORD) assert.equal(foldKey(key), key)
    }),
    { numRuns: 3_000 },
  )
})

test('a text too long for a word has no key', () => {
  assert.equal(foldKey('a'.repeat(LONGEST_WORD + 1)), '')
  assert.deepEqual(foldTokens('a '.repeat(LONGEST_WORD)), [])
})

test('blanks and control characters state nothing', () => {
  for (const stated of [undefined, null, '', '  ', '\u0000', '\u200f\u202e', '\t\n']) assert.ok(isBlank(stated))
  assert.ok(!isBlank('0'))
})
