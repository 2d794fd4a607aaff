import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { LOCALES, type Locale } from '@proofmark/contract/locales'
import fc from 'fast-check'
import { wordingOfPages } from '../../linkage/present/wording.ts'
import { readWordedDays, wordDays } from '../rules/bounds.ts'
import { findingText } from './finding-words.ts'

const anyDay = fc
  .integer({ min: -40_000, max: 40_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
const anyDays = fc
  .tuple(fc.option(anyDay), fc.option(anyDay))
  .map(([one, other]) => (one && other && one > other ? { from: other, to: one } : { from: one, to: other }))
  .filter(({ from, to }) => from !== null || to !== null)

test('the days of a sentence are read back as they were put', () => {
  fc.assert(fc.property(anyDays, (days) => assert.deepEqual(readWordedDays(wordDays(days)), days)))
  for (const words of ['none', 'Register', '≥ soon']) assert.equal(readWordedDays(words), null)
})

const LAST = {
  rule: 'last_lawful_custody',
  parameters: { custodian: 'private', date: '2011-03-05', place: 'none' },
} as const
const text = (locale: Locale) => findingText(LAST, wordingOfPages(sayIn(locale), locale))

test('a page sets dates as its reader writes them, and the shell as files do', () => {
  assert.match(text('en'), /5 March 2011/)
  assert.match(text('fr'), /5 mars 2011/)
  assert.match(text('ar'), /5 مارس 2011/)
  assert.match(findingText(LAST, { say: sayIn('en'), locale: 'en' }), /\(2011-03-05\)/)
})

test('no page says an ISO date, whichever of two records that contradict each other bears it', () => {
  const parameters = { field: 'until', one: '2011-03-05', other: '≤ 2010-02-01', oneSource: 'A', otherSource: 'B' }
  for (const locale of Object.keys(LOCALES) as Locale[])
    assert.doesNotMatch(
      findingText({ rule: 'contradictory_records', parameters }, wordingOfPages(sayIn(locale), locale)),
      /\d{4}-\d{2}/,
    )
})
