import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { LOCALES, type Locale } from '@proofmark/contract/locales'
import fc from 'fast-check'
import { anyProfile } from './arbitrary-profile.test-helper.ts'
import { parseProfile } from './parse-profile.ts'

const refusal = (text: string): ProofmarkError => {
  try {
    parseProfile('p.json', text)
  } catch (failure) {
    if (failure instanceof ProofmarkError) return failure
    throw failure
  }
  throw new assert.AssertionError({ message: `Accepted: ${text}` })
}
const WHOLE = { profile: 1, fields: { serial: 'S' } }

/** What is wrong, the way to it, the value, what would be accepted. */
const WRONG: readonly (readonly [unknown, string, string, string])[] = [
  [{ ...WHOLE, profile: 2 }, 'profile', '2', '1'],
  [{ profile: 1 }, 'fields', '–', 'object'],
  [{ ...WHOLE, colour: 'red' }, 'colour', 'colour', 'profile, name, file, row, dates, key, fields, items, persons'],
  [{ ...WHOLE, row: 'gun' }, 'row', 'gun', 'firearm holding component consignment ammunition-lot'],
  [{ ...WHOLE, dates: 'dmy' }, 'dates', 'dmy', 'day_first month_first year_first'],
  [{ ...WHOLE, file: { delimiter: ':' } }, 'file.delimiter', ':', ', ; TAB |'],
  [{ ...WHOLE, file: { heading: 0 } }, 'file.heading', '0', 'row_number'],
  [{ ...WHOLE, file: { header: 1 } }, 'file.header', 'header', 'encoding, delimiter, heading, sheet'],
  [{ ...WHOLE, key: { constant: 'x' } }, 'key', '{constant}', 'rule'],
  [{ ...WHOLE, key: { join: ['A', 'B'], by: '\\' } }, 'key.by', '\\', 'plain_text'],
  [{ ...WHOLE, key: { join: ['A'], by: '/' } }, 'key.join', '[…]', 'at_least_entries'],
  [
    { profile: 1, fields: { make: { column: 'C', split: { by: ' ', take: 'x' } } } },
    'fields.make.split.take',
    'x',
    'place_of_piece',
  ],
  [
    { profile: 1, fields: { make: { column: 'C', split: { by: ' ', take: 0 } } } },
    'fields.make.split.take',
    '0',
    'place_of_piece',
  ],
  [{ profile: 1, fields: { make: { column: 5 } } }, 'fields.make.column', '5', 'text'],
  [{ profile: 1, fields: { make: { colum: 'C' } } }, 'fields.make', '{colum}', 'rule'],
  [{ profile: 1, fields: { make: 7 } }, 'fields.make', '7', 'rule'],
  [{ profile: 1, fields: { make: '' } }, 'fields.make', '', 'at_least_characters'],
  [{ profile: 1, fields: { make: { join: ['A', 3], by: '' } } }, 'fields.make.join.1', '3', 'join_part'],
  [
    { profile: 1, fields: { make: { join: [{ constant: 'A' }, { constant: 'B' }], by: '' } } },
    'fields.make.join',
    '[{"constant":"A"},{"constant":"B"}]',
    'reads_a_column',
  ],
  [{ profile: 1, fields: { make: { column: 'C', values: { a: 1 } } } }, 'fields.make.values.a', '1', 'text'],
  [
    { profile: 1, fields: { make: { column: 'C', values: { Ä: 'x', ' a': 'y' } } } },
    'fields.make.values. a',
    'y',
    'one_meaning',
  ],
  [
    { profile: 1, fields: { place: 'P' } },
    'fields',
    'place',
    'serial, serial_state, make, importer, model, calibre, type, country, year',
  ],
  [
    { ...WHOLE, fields: { serial: 'S', event: { constant: 'kidnapping' } } },
    'fields.event.constant',
    'kidnapping',
    'manufacture',
  ],
  [
    { ...WHOLE, fields: { serial: 'S', serial_state: { column: 'C', values: { ok: 'fine' } } } },
    'fields.serial_state.values.ok',
    'fine',
    'legible',
  ],
  [{ ...WHOLE, items: [{ serail: 'S' }] }, 'items.0.serail', 'serail', 'serial'],
  [{ ...WHOLE, items: [] }, 'items', '[…]', 'items'],
  [
    { ...WHOLE, items: [{ serial: 'S1' }, { part: { constant: 'barrel' } }] },
    'items.1',
    '{"part":{"constant":"barrel"}}',
    'reads_a_column',
  ],
  [{ ...WHOLE, persons: { NOME: 'boss' } }, 'persons.NOME', 'boss', 'holder'],
  [{ ...WHOLE, persons: { NOME: { role: 'holder', identifies: 'yes' } } }, 'persons.NOME.identifies', 'yes', 'holder'],
  [{ ...WHOLE, persons: { NOME: 'holder', ' nome': 'officer' } }, 'persons. nome', ' nome', 'column_named_once'],
  [{ ...WHOLE, persons: { s: 'holder' } }, 'fields.serial', 'S', 'names_no_person'],
]

test('what is wrong is named with the way to it, its value and what would be accepted', () => {
  for (const [profile, field, value, accepted] of WRONG) {
    const { code, parameters } = refusal(JSON.stringify(profile))
    assert.deepEqual(
      [code, parameters.file, parameters.field, parameters.value],
      ['profile_invalid', 'p.json', field, value],
    )
    assert.ok(String(parameters.accepted).startsWith(accepted), `${field}: ${parameters.accepted}`)
  }
})

test('every refusal is a whole sentence in every language', () => {
  for (const locale of Object.keys(LOCALES) as Locale[]) {
    for (const [profile] of WRONG) {
      const { code, parameters } = refusal(JSON.stringify(profile))
      const sentence = sayIn(locale)(`error.${code}`, parameters)
      assert.ok(!/\{accepted|undefined|_of_|_entries|_characters/.test(sentence), sentence)
    }
  }
})

test('what is no JSON, too large, or says something that would be lost, is refused', () => {
  assert.equal(refusal('fields: serial').parameters.accepted, 'json')
  assert.equal(refusal(' '.repeat(100_001)).parameters.accepted, 'at_most_characters')
  const lost = refusal('{"profile":1,"fields":{"serial":"S"},"persons":{"__proto__":"holder"}}')
  assert.deepEqual([lost.parameters.field, lost.parameters.accepted], ['persons.__proto__', 'name'])
  assert.equal(refusal(`{"profile":1,"fields":${'['.repeat(40_000)}${']'.repeat(40_000)}}`).parameters.field, 'fields')
  assert.equal(refusal('{"profile":1,"fields":{"serial":"S\\u0000"}}').parameters.field, 'fields.serial')
  assert.equal(refusal('{"profile":1,"fields":{"serial":"\\ud800"}}').parameters.accepted, 'plain_text')
})

test('a byte-order mark before a profile does no harm', () => {
  assert.deepEqual(parseProfile('p.json', `\uFEFF${JSON.stringify(WHOLE)}`), WHOLE)
})

test('a profile that is written out and read again is the same', () => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      const text = JSON.stringify(parseProfile('p.json', JSON.stringify(profile)), null, 2)
      const again = parseProfile('p.json', text)
      assert.deepEqual(again, profile)
      assert.equal(JSON.stringify(again, null, 2), text)
    }),
  )
})

test('whatever JSON holds, it is accepted or refused by name', () => {
  const any = fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc
      .object({
        key: fc.constantFrom(
          'profile',
          'fields',
          'serial',
          'split',
          'values',
          'items',
          'persons',
          'constructor',
          'toString',
          'role',
          'join',
          'by',
        ),
      })
      .map((value) => JSON.stringify({ profile: 1, ...value })),
  )
  fc.assert(
    fc.property(any, (text) => {
      try {
        parseProfile('p.json', text)
      } catch (failure) {
        assert.ok(failure instanceof ProofmarkError && failure.code === 'profile_invalid', String(failure))
      }
    }),
    { numRuns: 2_000 },
  )
})
