import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CODE_POINT } from './arbitrary.test-helper.ts'
import { type PlacedWord, searchedWords } from './searched-words.ts'

const words = (placed: readonly PlacedWord[]) => placed.map(({ word }) => word)
const runsIn = (text: string) => words(searchedWords(text).runs)
const termsIn = (text: string) => words(searchedWords(text).terms)
const wholeOf = (text: string) => searchedWords(text).whole?.word
const BO = 'BO 2023/00417-3'

test('a reference is its runs of letters and digits, its terms between blanks, and one word', () => {
  assert.deepEqual(runsIn(BO), ['bo', '2023', '00417', '3'])
  assert.deepEqual(termsIn(BO), ['bo', '2023004173'])
  assert.equal(wholeOf(BO), 'bo2023004173')
})

test('however a reference is punctuated, it is one and the same word', () => {
  for (const text of [
    'bo-2023-00417-3',
    'BO2023004173',
    ' B.O. 2023 / 00417 / 3 ',
    'ＢＯ２０２３／００４１７－３',
    'BO٢٠٢٣/٠٠٤١٧/٣',
  ])
    assert.equal(wholeOf(text), 'bo2023004173', text)
})

test('case, accents, stretched letters and invisible characters do not part or change a word', () => {
  assert.deepEqual(runsIn('São Tomé, CAFE\u0301'), ['sao', 'tome', 'cafe'])
  assert.deepEqual(runsIn('القاهـــرة'), runsIn('القاهرة'))
  assert.deepEqual(runsIn('می\u200Cشود'), runsIn('میشود'))
  assert.deepEqual(runsIn('दिल्ली').length, 1)
})

test('a word is marked where it stands in the text', () => {
  const text = 'seized at Évora (BO 12/3)'
  const { runs, terms, whole } = searchedWords(text)
  const places = (placed: readonly PlacedWord[]) => placed.map(({ from, to }) => text.slice(from, to))
  assert.deepEqual(places(runs), ['seized', 'at', 'Évora', 'BO', '12', '3'])
  assert.deepEqual(places(terms), ['seized', 'at', 'Évora', 'BO', '12/3'])
  assert.deepEqual(places([whole!]), ['seized at Évora (BO 12/3'])
})

test('a text without a letter or digit has no word', () => {
  for (const text of ['', ' ', '/-–…', '\u200B\u2068\u2069', '👮']) {
    assert.deepEqual(searchedWords(text), { runs: [], terms: [], whole: null })
  }
})

test('whatever the text, words lie within it in order, and the runs put together are the terms put together', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const { runs, terms, whole } = searchedWords(text)
      for (const placed of [runs, terms, whole ? [whole] : []]) {
        let end = 0
        for (const { word, from, to } of placed) {
          assert.ok(word !== '' && from >= end && to > from && to <= text.length)
          end = to
        }
      }
      assert.equal(words(runs).join(''), words(terms).join(''))
      assert.equal(words(runs).join(''), whole?.word ?? '')
    }),
  )
})

test('a word is its own only word', () => {
  fc.assert(
    fc.property(fc.string({ unit: CODE_POINT, maxLength: 40 }), (text) => {
      for (const word of runsIn(text)) if (word.length <= 120) assert.deepEqual(runsIn(word), [word])
    }),
  )
})
