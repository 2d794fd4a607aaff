import assert from 'node:assert/strict'
import { test } from 'node:test'
import { told } from '../told.test-helper.ts'
import { countryInPlace } from './country-in-place.ts'
import { draftReply } from './draft-reply.ts'
import { namesPerson } from './names-person.ts'
import { nextHopOf } from './next-hop.ts'
import { tracedFirearmOf } from './prefill.ts'

test('a place names a state at its end, by code or by name, and a town alone names none', () => {
  const named = ['Toll, XC', 'XB', 'Sarn, Czechia', 'Georgia', 'North Gate', '', 'Hall 3, Toll'].map(countryInPlace)
  assert.deepEqual(named, ['XC', 'XB', 'CZ', null, null, null, null])
})

const left = told('export', '2017-02-14', { place: 'Toll, XC' })
const contact = { agency: 'Desk', unit: null, email: null, telephone: null, verified: null }
const replier = { country: 'XB', contact, reference: null }
const handling = {
  ...{ scheme: 'europol' as const, sourceGrade: null, informationGrade: null, codes: ['H1'] },
  ...{ conditions: null, originator: 'Desk', expires: null },
}

test('a drafted answer names the state to which it was exported, and leads there', () => {
  const registered = told('registration', '2015-07-02', { place: 'Sarn' })
  const reply = draftReply({ records: [registered, left], home: 'XB', replier, handling, elsewhere: false })
  assert.deepEqual(reply.next, { country: 'XC', importer: null, role: 'last_import' })
  assert.deepEqual([reply.kind, reply.outcome], ['partial', 'to_export'])
})

test('the last confirmed export counts: where it arrived, who imported it, and not where it only may have gone', () => {
  const fromPort = told('export', '2017-02-14', { place: 'Port Averne' })
  const arrived = told('delivery', '2017-04-11', { place: 'Toll, XC', importer: 'Toll Guard Ltd' })
  const licence = told('export-licence', '2016-01-01', { place: 'XD' })
  const back = told('registration', '2019-01-01', { place: 'Sarn' })
  assert.deepEqual(nextHopOf([licence, fromPort, arrived], 'XB'), {
    ...{ country: 'XC', importer: 'Toll Guard Ltd', role: 'last_import' },
  })
  assert.equal(nextHopOf([licence], 'XB'), null)
  assert.equal(nextHopOf([fromPort], 'XB'), null)
  assert.equal(nextHopOf([left, back], 'XB'), null)
  assert.equal(nextHopOf([left], 'XC'), null)
  assert.equal(nextHopOf([{ ...left, rowKind: 'consignment' }], 'XB'), null)
})

test('an import mark is filled from an importer that imports into one state, with the year of its import', () => {
  const made = told('seizure', '2024-05-04', { importer: 'Century Arms' })
  const imported = told('import', '1999-03-01', { place: 'Georgia, US' })
  assert.deepEqual(tracedFirearmOf(made.record, [made, imported]).importMark, { country: 'US', year: 1999 })
  assert.equal(tracedFirearmOf(imported.record, [imported]).importMark, null)
})

test('a company that held it last is no natural person, and of whom nothing is said counts as one', () => {
  const none = { chain: [], lastLawfulHolder: 'Toll Guard Ltd' }
  assert.equal(namesPerson(none), true)
  assert.equal(namesPerson({ ...none, lastLawfulHolderParty: 'business' }), false)
  assert.equal(namesPerson({ ...none, lastLawfulHolderParty: 'natural_person' }), true)
  const link = {
    place: 1,
    country: null,
    date: { from: null, to: null },
    quantity: null,
    document: null,
    evidence: null,
  }
  const of = (more: object) =>
    namesPerson({ lastLawfulHolder: null, chain: [{ ...link, role: 'dealer', name: 'A', ...more }] })
  assert.deepEqual([of({}), of({ role: 'holder' }), of({ role: 'holder', party: 'authority' })], [false, true, false])
  assert.equal(of({ party: 'natural_person' }), true)
})
