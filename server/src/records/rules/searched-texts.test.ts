import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CODE_POINT } from '@proofmark/domain/arbitrary.test-helper'
import { wordKey } from '@proofmark/matching/word-keys'
import fc from 'fast-check'
import { recordWordKeys, searchedTexts } from './searched-texts.ts'

const posted = (key: string, stated: Record<string, string>, word: string) =>
  recordWordKeys(key, stated).includes(wordKey(word))

test('key, reference, place and reason are searched, and nothing else that a record states', () => {
  const stated = { serial: 'TKR1048', make: 'Taurus', place: 'Évora', ref: 'BO 7', reason: '', holder: 'A. Person' }
  assert.deepEqual(searchedTexts('S-1', stated), [
    { field: 'key', text: 'S-1' },
    { field: 'ref', text: 'BO 7' },
    { field: 'place', text: 'Évora' },
  ])
  for (const word of ['tkr1048', 'taurus', 'person']) assert.ok(!posted('S-1', stated, word))
})

test('a reference is posted whole without what parts it, a place and a reason by their words', () => {
  const stated = { ref: 'BO 2023/00417-3', place: 'Vila-Nova de Gaia', reason: 'as in BO 12/3' }
  for (const word of ['bo2023004173', 'bo', '2023', '00417', '3', 'vilanova', 'vila', 'gaia', '123', 's1'])
    assert.ok(posted('S-1', stated, word), word)
  assert.ok(!posted('S-1', stated, 'vilanovadegaia'))
})

test('a long reason takes no word from the reference or the place', () => {
  const reason = Array.from({ length: 5_000 }, (_, n) => `word${n}`).join(' ')
  const stated = { ref: 'BO 7', place: 'Évora', reason }
  for (const word of ['bo7', 'evora', 'word0']) assert.ok(posted('S-1', stated, word), word)
  assert.ok(!posted('S-1', stated, 'word24'))
})

test('a key or reference of very many pieces leaves room for the place', () => {
  const pieces = Array.from({ length: 60 }, (_, n) => n + 100).join('-')
  assert.ok(posted(pieces, { ref: pieces.replaceAll('1', '7'), place: 'Évora' }, 'evora'))
})

test('whatever a record states, it has at most 24 keys of words, each once', () => {
  const text = fc.string({ unit: CODE_POINT, maxLength: 300 })
  fc.assert(
    fc.property(text, text, text, text, (key, ref, place, reason) => {
      const keys = recordWordKeys(key, { ref, place, reason })
      assert.ok(keys.length <= 24)
      assert.equal(new Set(keys).size, keys.length)
    }),
  )
})
