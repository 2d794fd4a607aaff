import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { SearchedText } from '../../records/rules/searched-texts.ts'
import { excerpt } from './excerpt.ts'
import { matchedTexts } from './matched-texts.ts'
import { searchWords } from './search-words.ts'

const TEXTS: readonly SearchedText[] = [
  { field: 'key', text: 'S-0001' },
  { field: 'ref', text: 'BO 2023/00417-3' },
  { field: 'place', text: 'Évora, Portela 3' },
]
const shown = (typed: string) =>
  matchedTexts(TEXTS, searchWords(typed))?.map(({ field, text, stretches }) => [
    field,
    ...stretches.map(({ from, to }) => text.slice(from, to)),
  ]) ?? null

test('a reference is marked whole, and a number in it does not mark the same number elsewhere', () => {
  assert.deepEqual(shown('bo-2023-00417-3'), [['ref', 'BO 2023/00417-3']])
})

test('each word is marked wherever it stands, by the text itself', () => {
  assert.deepEqual(shown('EVORA 00417 3'), [
    ['ref', '00417', '3'],
    ['place', 'Évora', '3'],
  ])
  assert.deepEqual(shown('bo bo2023004173'), [['ref', 'BO 2023/00417-3']])
})

test('where one word is missing nothing is marked', () => {
  assert.equal(shown('evora lisboa'), null)
})

test('a long text is shown around its first match, and says that it was cut', () => {
  const text = `${'x '.repeat(500)}Évora ${'y '.repeat(500)}`
  const [matched] = matchedTexts([{ field: 'reason', text }], searchWords('evora'))!
  const { parts, cut } = excerpt(matched!)
  assert.deepEqual(cut, { before: true, behind: true })
  assert.deepEqual(
    parts.filter((part) => part.matched),
    [{ text: 'Évora', matched: true }],
  )
  assert.ok(parts.map((part) => part.text).join('').length <= 240)
})

test('the parts of an excerpt put together are a stretch of the text, with no character cut in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.nat(600), fc.nat(40), (text, at, length) => {
      const from = Math.min(at, text.length)
      const { parts, cut } = excerpt({ text, stretches: [{ from, to: Math.min(text.length, from + length) }] })
      const together = parts.map((part) => part.text).join('')
      assert.ok(together.isWellFormed() || parts.some((part) => part.matched))
      assert.ok(text.includes(together))
      assert.equal(together === text, !cut.before && !cut.behind)
    }),
  )
})
