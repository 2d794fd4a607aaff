import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES, type Locale } from '@proofmark/contract/locales'
import fc from 'fast-check'
import { createFigures } from './figures.ts'

const english = createFigures('en')
const locales = Object.keys(LOCALES) as Locale[]

test('a probability has two decimals, three below 0.10, and is never certain', () => {
  assert.equal(english.probability(0.974), '0.97')
  assert.equal(english.probability(0.0174), '0.017')
  assert.equal(english.probability(0.0001), '< 0.001')
  assert.equal(english.probability(1), '> 0.99')
  assert.equal(createFigures('fr').probability(0.974), '0,97')
})

test('no probability is printed as impossible or certain, in any language', () => {
  fc.assert(
    fc.property(fc.constantFrom(...locales), fc.double({ min: 0, max: 1, noNaN: true }), (locale, p) => {
      assert.doesNotMatch(createFigures(locale).probability(p), /^(?:0[.,]0+|1[.,]0+)$/)
    }),
  )
})

test('bits carry their sign, and what says nothing has none', () => {
  assert.equal(english.bits(20.55), '+20.6')
  assert.equal(english.bits(-3.1), '−3.1')
  assert.equal(english.bits(-0.04), '0')
})

test('a date is shown no finer than it is known', () => {
  assert.equal(english.span({ from: '2016-05-19', to: '2016-05-19' }), '19 May 2016')
  assert.equal(english.span({ from: '2023-04-01', to: '2023-04-30' }), 'April 2023')
  assert.equal(english.span({ from: '2012-01-01', to: '2012-12-31' }), '2012')
  // The spaces around the dash are thin ones.
  assert.equal(english.span({ from: '2009-03-02', to: '2009-05-14' })?.replace(/\s/gu, ' '), '2 March – 14 May 2009')
  assert.equal(english.span({ from: '2009-03-02', to: null }), '2 March 2009 –')
  assert.equal(english.span({ from: null, to: null }), null)
})

test('digits are Latin in every language, as on the markings', () => {
  for (const locale of locales) {
    const figures = createFigures(locale)
    const shown = [figures.count(1_004_213), figures.bits(-3.1), figures.probability(0.97)]
    assert.doesNotMatch(
      shown.join(' ') + figures.span({ from: '2016-05-19', to: '2016-05-19' }),
      /[\u0660-\u0669\u06f0-\u06f9]/,
    )
  }
})
