import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import { countryDistance, findCountry, lastYearOf, readCountry, successorsOf } from './country.ts'
import { COUNTRIES } from './lexicons/countries.ts'
import { FORMER_STATES } from './lexicons/country-words.ts'
import { MAKES } from './make.ts'

const codeOf = (stated: string) => readCountry(stated).code

describe('countries', () => {
  for (const [code, all] of Object.entries({
    BR: ['BR', 'bra', 'Brasil', 'Brazil', 'Brésil', 'البرازيل', 'Industria Brasileira'],
    RS: ['RS', 'SRB', 'Serbia', 'Srbija', 'Србија', 'Serbie', 'صربيا'],
    US: ['USA', 'U.S.A.', 'United States', 'EE. UU.', 'États-Unis', 'США'],
    DE: ['Germany', 'W. Germany', 'Made in Germany', 'Deutschland', 'ألمانيا'],
    NA: ['NA', 'Namibia'],
    CZ: ['CZ', 'Czech Republic', 'Czechia'],
    XA: ['XA', 'xa'],
  })) {
    for (const stated of all) test(`${stated} is ${code}`, () => assert.equal(codeOf(stated), code))
  }

  test('n/a is no country', () => {
    assert.equal(readCountry('n/a').said, 'not_recorded')
    assert.equal(readCountry('unknown').said, 'not_recorded')
    assert.equal(readCountry('Ruritania').said, 'unread')
  })

  test('every code and every name of the table is read, and no two countries share one', () => {
    for (const [code, alpha3, names] of COUNTRIES) {
      for (const word of [code, alpha3, ...names.split('|')]) assert.equal(codeOf(word), code, word)
    }
  })

  test('makes stand in countries that exist', () => {
    for (const row of MAKES) for (const code of row.countries) assert.ok(findCountry(code), `${row.code} ${code}`)
  })
})

describe('states that no longer exist', () => {
  test('keep a code of their own, with successors and a last year', () => {
    assert.equal(codeOf('Yugoslavia'), 'YUCS')
    assert.equal(codeOf('СФРЈ'), 'YUCS')
    assert.equal(codeOf('URSS'), 'SUHH')
    assert.equal(codeOf('Czechoslovakia'), 'CSHH')
    assert.equal(codeOf('DDR'), 'DDDE')
    assert.equal(lastYearOf('CSHH'), 1992)
    assert.equal(lastYearOf('CZ'), null)
    for (const { successors } of FORMER_STATES) for (const code of successors) assert.ok(findCountry(code), code)
  })

  test('are nearer to their successors than strangers are', () => {
    assert.deepEqual(successorsOf('CSHH'), ['CZ', 'SK'])
    assert.equal(countryDistance('YUCS', 'RS'), 0.3)
    assert.equal(countryDistance('YUCS', 'CSXX'), 0.3)
    assert.equal(countryDistance('RS', 'HR'), 1)
    assert.equal(countryDistance('RS', 'RS'), 0)
  })
})

test('any text is read, known or not', () => {
  fc.assert(
    fc.property(anyText, (stated) => {
      const country = readCountry(stated)
      assert.equal(country.stated, stated)
      assert.ok(country.code === null || findCountry(country.code))
    }),
    { numRuns: 1_000 },
  )
})
