import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hash32 } from './hash.ts'
import { skeletonKey } from './keys.ts'
import { WORDS_VERSION, wordKey } from './word-keys.ts'

test('a word has a key of its own family, which no mark of the same characters has', () => {
  assert.equal(wordKey('bo2023004173'), hash32('1wbo2023004173'))
  assert.equal(WORDS_VERSION, 1)
  for (const text of ['ABC123', '=ABC123', 'w1234', '1234']) assert.notEqual(wordKey(text), skeletonKey(text))
})
