import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findCountry } from './country.ts'
import { PROOF_TOWNS } from './facts/proof-houses.ts'
import { proofState } from './proof-state.ts'

test('a proof mark tells a state by the town of the house or by the state’s name, and by nothing less', () => {
  assert.equal(proofState('Gardone V.T.'), 'IT')
  assert.equal(proofState('proof mark of Liège, 1962'), 'BE')
  assert.equal(proofState('St. Etienne'), 'FR')
  assert.equal(proofState('Germany'), 'DE')
  assert.equal(proofState('crown over NP'), null)
  assert.equal(proofState('Suhl and Birmingham'), null)
  assert.equal(proofState(''), null)
})

test('every state of the table is one that there is, and no text makes reading fail', () => {
  for (const state of Object.keys(PROOF_TOWNS)) assert.ok(findCountry(state), state)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const state = proofState(text)
      return state === null || findCountry(state) !== null
    }),
  )
})
