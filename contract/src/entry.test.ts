import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HINT_IDS } from '@proofmark/domain/hint'
import { CATALOGUES } from './catalogues.ts'
import { ENTRY_FIELDS, MINIMUM_FIELDS, UNKNOWABLE_FIELDS, UNKNOWN_REASONS } from './entry-fields.ts'
import { PROFILE_FIELDS } from './profile-fields.ts'
import { entryHintsRequest, entryRequest } from './schemas/entry.ts'

const entry = {
  source: 'Seizures',
  entry: '0197f3a0-0000-7000-8000-000000000001',
  event: 'seizure',
  stated: { serial: 'TST10001' },
}

test('every hint and every reason for not knowing has its message', () => {
  const wanted = [...HINT_IDS.map((id) => `hint.${id}`), ...UNKNOWN_REASONS.map((reason) => `word.unknown.${reason}`)]
  assert.deepEqual(
    wanted.filter((id) => !(id in CATALOGUES.en)),
    [],
  )
  const hints = Object.keys(CATALOGUES.en).filter((id) => id.startsWith('hint.'))
  assert.deepEqual(
    hints.filter((id) => !wanted.includes(id)),
    [],
  )
})

test('an entry states our own columns, each of them once', () => {
  const stated = Object.keys(entryRequest.shape.stated.shape)
  assert.deepEqual(stated.sort(), [...ENTRY_FIELDS].sort())
  assert.deepEqual(
    PROFILE_FIELDS.filter((field) => !stated.includes(field)),
    ['event'],
  )
})

test('what can be unknown is of the minimum data set and can be stated', () => {
  for (const field of UNKNOWABLE_FIELDS) {
    assert.ok((MINIMUM_FIELDS as readonly string[]).includes(field), field)
    assert.ok((ENTRY_FIELDS as readonly string[]).includes(field), field)
  }
})

test('an entry may say no more than its identifier, its event and a serial', () => {
  const read = entryRequest.parse(entry)
  assert.deepEqual([read.kind, read.notKnown, read.persons], ['firearm', {}, undefined])
})

test('what no list knows, what is too long and what stands twice is refused', () => {
  const refused = (change: object) => !entryRequest.safeParse({ ...entry, ...change }).success
  assert.ok(refused({ entry: '1' }))
  assert.ok(refused({ event: 'kidnapping' }))
  assert.ok(refused({ kind: 'holding' }))
  assert.ok(refused({ stated: { serial: 'A'.repeat(201) } }))
  assert.ok(refused({ stated: { colour: 'black' } }))
  assert.ok(refused({ notKnown: { make: 'no idea' } }))
  assert.ok(refused({ notKnown: { serial: 'not_recorded' } }))
  assert.ok(refused({ corrects: '-1' }))
  const somebody = { field: 'owner', role: 'holder', value: 'A. Person' }
  assert.ok(!refused({ persons: [somebody] }))
  assert.ok(refused({ persons: [somebody, somebody] }))
  assert.ok(refused({ persons: [{ ...somebody, value: ' ' }] }))
  assert.ok(refused({ persons: [{ ...somebody, role: 'suspect' }] }))
})

test('hints are asked for with grounds, since they may tell of records', () => {
  const { entry: _, ...said } = entry
  assert.equal(entryHintsRequest.safeParse(said).success, false)
  assert.equal(entryHintsRequest.safeParse({ ...said, grounds: { purpose: 'data_quality' } }).success, true)
})
