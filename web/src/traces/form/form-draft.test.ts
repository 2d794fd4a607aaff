import assert from 'node:assert/strict'
import { test } from 'node:test'
import { traceForm } from '@proofmark/contract/schemas/trace-desk'
import { countriesOf } from '../countries.ts'
import { draftOf, formOf, unread } from './form-draft.ts'

const FORM = traceForm.parse({
  answerBy: '2027-02-01',
  requester: {
    contact: { agency: 'Focal Point', unit: null, email: 'desk@example.org', telephone: null, verified: '2026-05-01' },
    reference: '2026-0418',
    legalBasis: 'firearms_act',
  },
  addressee: { country: 'XB', contact: null, role: 'last_import' },
  priority: 'urgent',
  urgentBecause: 'A trial opens on Monday',
  intendedUse: ['criminal_investigation'],
  intendedUseText: null,
  illicitGrounds: ['national_law'],
  legalJustification: 'Held without a permit',
  circumstances: {
    kind: 'seized',
    date: { from: '2026-03-01', to: '2026-03-31' },
    country: 'XA',
    place: 'Port Ostry',
    summary: 'Under the floor of a van',
  },
  firearm: {
    type: 'pistol',
    action: null,
    make: 'Vard',
    importer: null,
    model: 'M9',
    calibre: '9×19',
    countryOfManufacture: 'IT',
    countryUnknownBecause: null,
    year: { from: 1998, to: 2001 },
    importMark: { country: 'XB', year: 2002 },
    serial: { observed: 'TK?1O4[8B]', state: 'partial', part: 'frame' },
    marks: [{ kind: 'proof', part: 'barrel', observed: 'PSF', state: 'legible', country: 'IT' }],
    alterations: ['barrel threaded'],
    photographs: [],
  },
  questions: ['full_chain'],
  related: ['B-77'],
  ballisticLead: true,
  handling: {
    scheme: 'europol',
    sourceGrade: 'A',
    informationGrade: '1',
    codes: ['H1', 'H2'],
    conditions: null,
    originator: 'Focal Point',
    expires: null,
  },
  attachments: [],
})

test('a form that is opened and saved without a word says what it said', () => {
  for (const locale of ['en', 'fr', 'ar'] as const) {
    const countries = countriesOf(locale)
    const saved = formOf(draftOf({ form: FORM, channel: 'siena', partner: 'XB' }, countries), countries)
    assert.deepEqual(saved.form, FORM, locale)
    assert.deepEqual(saved.to, { channel: 'siena', partner: 'XB', country: 'XB', role: 'last_import' }, locale)
  }
})

test('what cannot be read is named and not saved, and every form that is saved fits the contract', () => {
  const countries = countriesOf('en')
  const draft = draftOf({ form: FORM, channel: 'other', partner: null }, countries)
  const typed = { ...draft, toCountry: 'Nowhere', yearFrom: 'about 1998', yearTo: '', urgentBecause: ' ', serial: '  ' }
  assert.deepEqual(unread(typed, countries), ['yearFrom', 'toCountry'])
  const { form, to } = formOf(typed, countries)
  assert.deepEqual(traceForm.parse(form), form)
  assert.equal(form.addressee.country, null)
  assert.equal(form.firearm.year, null)
  assert.equal(form.firearm.serial.observed, null)
  assert.equal(form.priority, 'routine', 'nothing is urgent without a reason')
  assert.deepEqual(to, { channel: 'other', role: 'last_import' })
})
