import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lastYearOf, successorsOf } from './country.ts'
import { FORMER_STATES } from './lexicons/country-words.ts'
import { answeringFor, datedStates, successionOf } from './succession.ts'

test('every former state of the tables is dated, with the very successors that its name has', () => {
  assert.deepEqual([...datedStates()].sort(), FORMER_STATES.map(({ code }) => code).sort())
  for (const { code } of FORMER_STATES)
    assert.deepEqual(
      successionOf(code)
        .map(({ state }) => state)
        .sort(),
      [...successorsOf(code)].sort(),
      code,
    )
})

test('whoever is asked is one of the successors, whatever the year and the plants', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...datedStates()),
      fc.option(fc.integer({ min: 1850, max: 2030 }), { nil: null }),
      fc.uniqueArray(fc.constantFrom('RS', 'UA', 'CZ', 'SI', 'DE', 'US')),
      (code, year, plants) => {
        const { state, others } = answeringFor(code, year, plants)
        const named = [...(state === null ? [] : [state]), ...others]
        assert.ok(named.length > 0)
        assert.deepEqual(
          named.filter((each) => !successorsOf(code).includes(each)),
          [],
        )
        assert.equal(new Set(named).size, named.length)
      },
    ),
  )
})

test('a firearm made in Yugoslavia goes to the state of its maker, and to nobody by guess', () => {
  assert.deepEqual(answeringFor('YUCS', 1980, ['RS']), {
    state: 'RS',
    others: ['SI', 'HR', 'MK', 'BA', 'ME', 'XK'],
    because: 'maker',
  })
  assert.equal(answeringFor('YUCS', 1980).state, null)
})

test('of a year in which a successor was long apart, that one is not meant', () => {
  assert.ok(!answeringFor('YUCS', 1998).others.includes('SI'))
  assert.equal(answeringFor('SUHH', 1965).state, 'RU')
  assert.equal(answeringFor('DDDE', 1985).state, 'DE')
  assert.deepEqual(answeringFor('IT', 1985), { state: 'IT', others: [], because: 'itself' })
  assert.equal(lastYearOf('CSHH'), 1992)
  assert.equal(answeringFor('CSHH', 1970, ['CZ']).state, 'CZ')
})
