import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINIMUM_FIELDS, type MinimumField, UNKNOWABLE_FIELDS } from '@proofmark/contract/entry-fields'
import { EVENT_KINDS, RECOVERIES } from '@proofmark/domain/event-kind'
import { ROW_KINDS } from '@proofmark/domain/row-kind'
import fc from 'fast-check'
import { completenessOf, minimumDataSet, missingOf, type Said } from './minimum-data-set.ts'

const said = (more: Partial<Said> = {}): Said => ({
  event: 'seizure',
  rowKind: 'firearm',
  stated: {},
  notKnown: null,
  ...more,
})
const WHOLE = {
  ref: '12/2026',
  date: '2026-02-01',
  place: 'Harbour',
  reason: 'illicit possession',
  type: 'pistol',
  make: 'Taurus',
  model: 'PT 92',
  calibre: '9mm',
  serial: 'TST10001',
}

test('a recovery that states the minimum data set lacks only its photographs', () => {
  for (const event of RECOVERIES) assert.deepEqual(missingOf(said({ event, stated: WHOLE })), ['photographs'])
})

test('a recovery of which nothing is said lacks all but its status', () => {
  const missing = missingOf(said())
  const expected = MINIMUM_FIELDS.filter((field) => field !== 'event' && field !== 'quantity')
  assert.deepEqual([...missing].sort(), [...expected].sort())
})

test('a blank field is left out, and a reason for not knowing is not', () => {
  assert.equal(completenessOf(said({ stated: { make: ' \t' } }), 'make'), 'left_out')
  assert.equal(completenessOf(said({ notKnown: { make: 'not_examined' } }), 'make'), 'not_known')
  assert.equal(completenessOf(said({ stated: { make: 'Taurus' } }), 'make'), 'stated')
})

test('an obliterated serial is a fact that is stated, one that nobody examined is not known', () => {
  const state = (serial_state: string) => completenessOf(said({ stated: { serial_state } }), 'serial')
  for (const fact of ['obliterated', 'altered', 'never_marked', 'none_found']) assert.equal(state(fact), 'stated', fact)
  for (const gap of ['illegible', 'not_examined', 'not_recorded']) assert.equal(state(gap), 'not_known', gap)
})

test('only a recovery has a legal justification, and an incident has a place', () => {
  for (const event of EVENT_KINDS) {
    const fields = minimumDataSet(event, 'firearm')
    assert.equal(fields.includes('reason'), RECOVERIES.has(event), event)
    for (const field of ['date', 'event', 'make'] as const) assert.ok(fields.includes(field), `${event} ${field}`)
  }
  for (const event of ['theft', 'loss', 'shooting', 'seizure'] as const)
    assert.ok(minimumDataSet(event, 'firearm').includes('place'), event)
  assert.ok(!minimumDataSet('registration', 'firearm').includes('place'))
})

test('what is many has a quantity in place of a serial', () => {
  for (const kind of ROW_KINDS) {
    const fields = minimumDataSet('import', kind)
    const many = kind === 'consignment' || kind === 'ammunition-lot'
    assert.deepEqual([fields.includes('serial'), fields.includes('quantity')], [!many, many], kind)
  }
})

const anySaid: fc.Arbitrary<Said> = fc.record({
  event: fc.constantFrom(...EVENT_KINDS),
  rowKind: fc.constantFrom(...ROW_KINDS),
  stated: fc.dictionary(fc.constantFrom<string>(...MINIMUM_FIELDS, 'serial_state'), fc.string()),
  notKnown: fc.option(fc.dictionary(fc.constantFrom<string>(...UNKNOWABLE_FIELDS), fc.constant('not_told'))),
})

test('a field of the minimum is stated, not known or left out, and to say more never makes more missing', () => {
  fc.assert(
    fc.property(anySaid, fc.constantFrom(...UNKNOWABLE_FIELDS), (before, field: MinimumField) => {
      const missing = missingOf(before)
      for (const each of missing) assert.equal(completenessOf(before, each), 'left_out')
      const after = missingOf({ ...before, stated: { ...before.stated, [field]: 'something' } })
      assert.deepEqual(
        after,
        missing.filter((each) => each !== field),
      )
    }),
  )
})
