import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UNKNOWABLE_FIELDS, UNKNOWN_REASONS } from '@proofmark/contract/entry-fields'
import { ProofmarkError } from '@proofmark/contract/errors'
import { NO_VOCABULARY } from '@proofmark/domain/vocabulary'
import fc from 'fast-check'
import {
  type EnteredRow,
  type Entry,
  type EntrySaid,
  needMinimum,
  readEntry,
  saidBy,
  unreadable,
} from './read-entry.ts'

const settings = {
  sourceKind: 'seizure',
  rowKind: 'firearm',
  dates: {},
  today: '2026-03-01',
  secret: Buffer.alloc(32, 7),
  vocabulary: NO_VOCABULARY,
} as const
const ENTRY: Entry = {
  entry: '0197f3a0-0000-7000-8000-000000000001',
  kind: 'firearm',
  event: 'seizure',
  stated: {
    ref: '12/2026',
    date: '2026-02-01',
    place: 'Harbour',
    reason: 'illicit possession',
    type: 'pistol',
    make: 'Taurus',
    model: 'PT 92',
    calibre: '9mm',
    serial: 'TST10001',
  },
  notKnown: {},
  persons: [],
}

const without = (field: keyof Entry['stated']): Entry['stated'] => ({ ...ENTRY.stated, [field]: undefined })
const read = (change: Partial<Entry> = {}) => readEntry({ ...ENTRY, ...change }, settings)
const entered = (change: Partial<Entry> = {}): EnteredRow => {
  const outcome = read(change)
  assert.ok('hash' in outcome)
  return outcome
}
const refusal = (change: Partial<EntrySaid>): unknown => {
  try {
    needMinimum(saidBy({ ...ENTRY, ...change }))
    return 'accepted'
  } catch (failure) {
    return failure instanceof ProofmarkError ? [failure.code, failure.parameters.fields] : failure
  }
}

test('an entry that states its minimum data set is accepted without photographs', () => {
  assert.equal(refusal({}), 'accepted')
})

test('everything that is left out is named at once', () => {
  const stated = { ...ENTRY.stated, make: '  ', date: undefined, serial: '' }
  assert.deepEqual(refusal({ stated }), ['entry_incomplete', 'date, make, serial'])
})

test('each field may be said not to be known, and the serial by the state of its mark', () => {
  for (const field of UNKNOWABLE_FIELDS)
    for (const reason of UNKNOWN_REASONS)
      assert.equal(refusal({ stated: without(field), notKnown: { [field]: reason } }), 'accepted', field)
  assert.equal(refusal({ stated: { ...without('serial'), serial_state: 'obliterated' } }), 'accepted')
})

test('an entry cannot state a thing and say that it is not known', () => {
  assert.deepEqual(refusal({ notKnown: { make: 'not_examined' } }), ['entry_contradicts', 'make'])
  const state = (serial: string | undefined, serial_state: 'legible' | 'never_marked' | 'none_found' | 'altered') =>
    refusal({ stated: { ...ENTRY.stated, serial, serial_state } })
  assert.deepEqual(state('TST10001', 'never_marked'), ['entry_contradicts', 'serial_state'])
  assert.deepEqual(state(undefined, 'legible'), ['entry_contradicts', 'serial_state'])
  assert.equal(state('TST10001', 'altered'), 'accepted')
  assert.equal(state('S/N', 'none_found'), 'accepted')
})

test('two entries have one hash exactly when they say the same', () => {
  assert.deepEqual(entered().hash, entered().hash)
  assert.deepEqual(entered({ stated: { ...ENTRY.stated, importer: ' ' } }).hash, entered().hash)
  const changes: Partial<Entry>[] = [
    { stated: { ...ENTRY.stated, serial: 'TST10002' } },
    { stated: without('make') },
    { stated: without('make'), notKnown: { make: 'not_told' } },
    { stated: without('make'), notKnown: { make: 'not_examined' } },
    { stated: without('model'), notKnown: { model: 'not_told' } },
    { event: 'find' },
    { persons: [{ field: 'owner', role: 'holder', value: 'A. Person' }] },
    { persons: [{ field: 'owner', role: 'possessor', value: 'A. Person' }] },
  ]
  const hashes = new Set([{}, ...changes].map((change) => entered(change).hash.toString('hex')))
  assert.equal(hashes.size, changes.length + 1)
})

test('no person stands in what is stated or in the raw row', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z][a-z]{11,20}$/), (value) => {
      const { raw, stated, persons } = entered({ persons: [{ field: 'owner', role: 'holder', value }] })
      assert.ok(!JSON.stringify([raw, stated]).includes(value))
      assert.deepEqual(persons[0]?.value, value)
    }),
  )
})

test('what cannot be read is refused by field, value and reason', () => {
  const refused = (stated: Entry['stated']) => {
    const outcome = read({ stated: { ...ENTRY.stated, ...stated } })
    return 'reason' in outcome ? unreadable(outcome).parameters : 'read'
  }
  assert.deepEqual(refused({ date: '2026-02-30' }), { field: 'date', value: '2026-02-30', reason: 'date_no_such_day' })
  assert.deepEqual(refused({ date: '05/04/2025' }), { field: 'date', value: '05/04/2025', reason: 'date_ambiguous' })
  assert.deepEqual(refused({ date: '2026-05-01' }), { field: 'date', value: '2026-05-01', reason: 'date_in_future' })
  assert.deepEqual(refused({ quantity: '0' }), { field: 'quantity', value: '0', reason: 'quantity' })
  assert.deepEqual(refused({ make: 'Tau\u202Erus' }), {
    field: 'make',
    value: 'Tau[U+202E]rus',
    reason: 'hidden_character',
  })
})
