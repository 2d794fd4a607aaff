import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PERSON_ROLES, PROFILE_FIELDS } from '@proofmark/contract/profile-fields'
import type { Profile } from '@proofmark/contract/schemas/profile'
import fc from 'fast-check'
import { keptRules, lackingColumns, type Meaning, meaningOf, withMeaning, withSetting } from './mapping.ts'

const PROFILE: Profile = {
  profile: 1,
  name: 'Kestrel police',
  dates: 'day_first',
  key: 'BO',
  fields: {
    serial: 'N_SERIE',
    make: 'MARCA',
    calibre: { column: 'CALIBRE', values: { '38': '.38 Special' } },
    place: { join: ['CIDADE', 'BAIRRO'], by: ', ' },
    country: { constant: 'BR' },
  },
  persons: { DONO: { role: 'holder', identifies: true } },
}

test('a column means the key, a field, a person or nothing, whatever its case', () => {
  assert.deepEqual(meaningOf(PROFILE, 'bo'), { kind: 'key' })
  assert.deepEqual(meaningOf(PROFILE, ' n_serie '), { kind: 'field', field: 'serial' })
  assert.deepEqual(meaningOf(PROFILE, 'Dono'), { kind: 'person', role: 'holder' })
  for (const column of ['OBS', 'CALIBRE', 'CIDADE']) assert.deepEqual(meaningOf(PROFILE, column), { kind: 'none' })
})

test('a field given to another column passes to it', () => {
  const changed = withMeaning(PROFILE, 'SERIE2', { kind: 'field', field: 'serial' })
  assert.deepEqual(meaningOf(changed, 'SERIE2'), { kind: 'field', field: 'serial' })
  assert.deepEqual(meaningOf(changed, 'N_SERIE'), { kind: 'none' })
})

test('a column that is to name a person states nothing else any more', () => {
  const changed = withMeaning(PROFILE, 'MARCA', { kind: 'person', role: 'seller' })
  assert.equal(changed.fields.make, undefined)
  assert.deepEqual(changed.persons, { DONO: { role: 'holder', identifies: true }, MARCA: 'seller' })
})

test('the last person taken away leaves a profile without persons, and a key without a key', () => {
  assert.equal('persons' in withMeaning(PROFILE, 'DONO', { kind: 'none' }), false)
  assert.equal('key' in withMeaning(PROFILE, 'BO', { kind: 'none' }), false)
})

test('joins, value maps and constants are kept as they are', () => {
  assert.deepEqual(
    keptRules(PROFILE).map(({ place }) => place),
    ['calibre', 'place', 'country'],
  )
})

test('a setting is chosen, or left to the file', () => {
  assert.equal(withSetting(PROFILE, 'row', 'holding').row, 'holding')
  assert.equal('dates' in withSetting(PROFILE, 'dates', ''), false)
})

test('columns that a file lacks are named', () => {
  assert.deepEqual(lackingColumns(PROFILE, ['bo', 'N_Serie', 'dono']), ['MARCA'])
})

const meanings: fc.Arbitrary<Meaning> = fc.oneof(
  fc.constant<Meaning>({ kind: 'none' }),
  fc.constant<Meaning>({ kind: 'key' }),
  fc
    .constantFrom(...PROFILE_FIELDS.filter((field) => !['calibre', 'place', 'country'].includes(field)))
    .map((field) => ({ kind: 'field', field }) as const),
  fc.constantFrom(...PERSON_ROLES).map((role) => ({ kind: 'person', role }) as const),
)

test('whatever is chosen is what the column then means, and no kept rule changes', () => {
  const choices = fc.array(fc.tuple(fc.constantFrom('BO', 'N_SERIE', 'MARCA', 'DONO', 'OBS'), meanings))
  fc.assert(
    fc.property(choices, (chosen) => {
      let profile = PROFILE
      for (const [column, meaning] of chosen) {
        profile = withMeaning(profile, column, meaning)
        assert.deepEqual(meaningOf(profile, column), meaning)
      }
      assert.deepEqual(keptRules(profile), keptRules(PROFILE))
    }),
  )
})
