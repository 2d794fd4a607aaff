import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES, type Locale } from '@proofmark/contract/locales'
import { countriesOf } from './countries.ts'

test('a country is taken by its name or its code, and every name leads back to the country that bears it', () => {
  for (const locale of Object.keys(LOCALES) as Locale[]) {
    const { names, codeOf, nameOf } = countriesOf(locale)
    assert.ok(names.length > 200, locale)
    for (const name of names) assert.equal(nameOf(codeOf(name) ?? ''), name, locale)
  }
  const { codeOf } = countriesOf('fr')
  assert.equal(codeOf(' cote d’ivoire '), 'CI')
  assert.equal(codeOf('allemagne'), 'DE')
  assert.equal(codeOf('xb'), 'XB')
  assert.equal(codeOf('Nowhere'), null)
})

test('a code that was left to its users names no country, but for the invented ones, which are offered to nobody', () => {
  const { nameOf, codeOf, names } = countriesOf('en')
  assert.equal(nameOf('XZ'), 'XZ')
  assert.deepEqual([nameOf('XB'), codeOf('brennmark'), names.includes('Brennmark')], ['Brennmark', 'XB', false])
  assert.equal(countriesOf('en').nameOf('XK'), 'Kosovo')
})
