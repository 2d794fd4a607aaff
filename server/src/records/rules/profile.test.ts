import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Profile } from '@proofmark/contract/schemas/profile'
import fc from 'fast-check'
import { anyProfile, HEADINGS, PERSON_HEADINGS } from './arbitrary-profile.test-helper.ts'
import { compileProfile, namesAnyOf, standardProfile } from './profile.ts'

const refusal = (profile: Profile, headings: string[]): ProofmarkError => {
  try {
    compileProfile(profile, headings, 'seizure', 'rows.csv')
  } catch (failure) {
    if (failure instanceof ProofmarkError) return failure
    throw failure
  }
  throw new assert.AssertionError({ message: 'The profile was applied.' })
}
const compiled = (profile: Profile, headings: string[]) => compileProfile(profile, headings, 'seizure', 'rows.csv')
const mapped = (profile: Profile, cells: Record<string, string>) => compiled(profile, Object.keys(cells)).mapRow(cells)
const statedBy = (profile: Profile, cells: Record<string, string>) =>
  mapped(profile, cells).items.map(({ stated }) => stated)

describe('a file with our own columns', () => {
  test('needs no profile, whatever the case of its headings and the blanks around them', () => {
    const headings = [' ID ', 'Serial', 'SERIAL_STATE', 'make', 'importer', 'Holder', 'Remarks']
    const mapping = compiled(standardProfile(headings), headings)
    const row = ['7', 'TST1', 'legible', 'Taurus', '', 'A. Person', 'none']
    const cells = Object.fromEntries(headings.map((heading, place) => [heading, row[place]!]))
    assert.deepEqual(
      { ...mapping.mapRow(cells), raw: null },
      {
        key: '7',
        raw: null,
        persons: [{ field: 'holder', role: 'holder', value: 'A. Person' }],
        items: [{ position: null, stated: { serial: 'TST1', serial_state: 'legible', make: 'Taurus' } }],
      },
    )
    assert.deepEqual(mapping.unusedHeadings, ['Remarks'])
    assert.deepEqual([...mapping.statedColumns].sort(), ['importer', 'make', 'serial', 'serial_state'])
    assert.deepEqual(mapping.absentHeadings, [])
  })

  test('without a key column has no key', () => {
    assert.equal(mapped(standardProfile(['serial']), { serial: 'TST1' }).key, null)
  })

  test('is refused where none of them speaks of an item', () => {
    const error = refusal(standardProfile(['id', 'date', 'holder']), ['id', 'date', 'holder'])
    assert.equal(error.code, 'columns_missing')
    assert.match(String(error.parameters.accepted), /^id, serial, /)
  })
})

describe('what a row is', () => {
  test('follows from the kind of source where the profile does not say', () => {
    const profile: Profile = { profile: 1, fields: { serial: 'S' } }
    assert.equal(compileProfile(profile, ['S'], 'register', 'f').row, 'holding')
    assert.equal(compileProfile(profile, ['S'], 'import-licence', 'f').row, 'consignment')
    assert.equal(compileProfile({ ...profile, row: 'component' }, ['S'], 'register', 'f').row, 'component')
  })

  test('the order of dates is the one that the profile states, or none', () => {
    const profile: Profile = { profile: 1, fields: { serial: 'S' } }
    assert.deepEqual(compiled({ ...profile, dates: 'day_first' }, ['S']).dates, { order: 'day_first' })
    assert.deepEqual(compiled({ ...profile, dates: 'year_first' }, ['S']).dates, {})
    assert.deepEqual(compiled(profile, ['S']).dates, {})
  })
})

describe('columns that a file lacks', () => {
  const profile: Profile = {
    profile: 1,
    key: { join: ['YEAR', 'NUMBER'], by: '/' },
    fields: {
      serial: 'SERIAL',
      make: 'MAKE',
      place: { join: ['CITY', 'STATE'], by: ', ' },
      country: { constant: 'BR' },
    },
    persons: { NAME: 'holder' },
  }

  test('say nothing, and are named', () => {
    const mapping = compiled(profile, ['YEAR', 'NUMBER', 'serial', 'CITY'])
    assert.deepEqual(mapping.absentHeadings, ['MAKE', 'STATE', 'NAME'])
    assert.deepEqual([...mapping.statedColumns], ['serial', 'country'])
    assert.deepEqual([...mapping.statedPersons], [])
    const { items } = mapping.mapRow({ YEAR: '2020', NUMBER: '1', serial: 'TST1', CITY: 'Port' })
    assert.deepEqual(items, [{ position: null, stated: { serial: 'TST1', country: 'BR' } }])
  })

  test('are refused where the key needs one of them', () => {
    const { code, parameters } = refusal(profile, ['YEAR', 'SERIAL', 'MAKE', 'CITY', 'STATE'])
    assert.equal(code, 'profile_columns_missing')
    assert.deepEqual(parameters, { file: 'rows.csv', columns: 'NUMBER', headings: 'YEAR, SERIAL, MAKE, CITY, STATE' })
  })

  test('are refused where nothing is left that speaks of the item', () => {
    assert.equal(refusal(profile, ['YEAR', 'NUMBER', 'CITY', 'STATE']).parameters.columns, 'SERIAL, MAKE')
  })

  test('are the only ones that make a file a stranger to a profile', () => {
    assert.ok(namesAnyOf(profile, ['x', ' city ']))
    assert.ok(!namesAnyOf(profile, ['id', 'place']))
  })
})

describe('several items in one row', () => {
  const profile: Profile = {
    profile: 1,
    key: 'N',
    fields: { make: 'MAKE', date: 'DAY' },
    items: [{ serial: 'S1' }, { serial: 'S2', make: 'MAKE2', part: { constant: 'barrel' } }],
  }
  const row = { N: '1', MAKE: 'Taurus', DAY: '2020', S1: 'TST1', S2: 'TST2', MAKE2: '' }

  test('each have their own fields over those that they share', () => {
    assert.deepEqual(mapped(profile, row).items, [
      { position: 1, stated: { serial: 'TST1', make: 'Taurus', date: '2020' } },
      { position: 2, stated: { serial: 'TST2', part: 'barrel', date: '2020' } },
    ])
  })

  test('keep their places where one before them is blank', () => {
    assert.deepEqual(
      mapped(profile, { ...row, S1: '' }).items.map(({ position }) => position),
      [2],
    )
  })

  test('are one where all are blank', () => {
    assert.deepEqual(mapped(profile, { ...row, S1: '', S2: ' ' }).items, [
      { position: 1, stated: { make: 'Taurus', date: '2020' } },
    ])
  })

  test('a field that one of them lacks a column for is not one that the file can state', () => {
    const { MAKE2: _, ...without } = row
    const mapping = compiled(profile, Object.keys(without))
    assert.deepEqual([...mapping.statedColumns].sort(), ['date', 'part', 'serial'])
    const { S2: __, ...first } = without
    assert.deepEqual(compiled(profile, Object.keys(first)).mapRow(first).items, [
      { position: 1, stated: { serial: 'TST1', make: 'Taurus', date: '2020' } },
    ])
  })

  test('may stand in one cell, each piece the serial of one', () => {
    const each: Profile = { profile: 1, fields: { make: 'MAKE' }, items: { each: 'SERIALS', by: ';' } }
    assert.deepEqual(mapped(each, { MAKE: 'Taurus', SERIALS: 'TST1; ;TST3' }).items, [
      { position: 1, stated: { make: 'Taurus', serial: 'TST1' } },
      { position: 3, stated: { make: 'Taurus', serial: 'TST3' } },
    ])
    assert.deepEqual(statedBy(each, { MAKE: 'Taurus', SERIALS: ' ' }), [{ make: 'Taurus' }])
    const flood = 'x;'.repeat(5_000)
    assert.deepEqual(statedBy(each, { MAKE: 'Taurus', SERIALS: flood }), [{ make: 'Taurus', serial: flood }])
  })
})

describe('columns of persons', () => {
  test('stand apart under one name, however a file writes their heading', () => {
    const profile: Profile = {
      profile: 1,
      fields: { serial: 'S' },
      persons: { NOME: 'holder', CPF: { role: 'holder', identifies: true } },
    }
    const { persons, raw } = mapped(profile, { S: 'TST1', ' nome': 'A. Person', CPF: '123', Nome: 'B. Person' })
    assert.deepEqual(persons, [
      { field: 'NOME', role: 'holder', value: 'A. Person' },
      { field: 'CPF', role: 'holder', identifies: true, value: '123' },
      { field: 'Nome', role: 'holder', value: 'B. Person' },
    ])
    assert.deepEqual({ ...raw }, { S: 'TST1' })
  })

  test('can be read by no other rule, not even as a part', () => {
    const persons = { NOME: 'holder' } as const
    for (const [field, rules] of [
      ['fields.place', { fields: { serial: 'S', place: { join: ['S', ' nome '], by: ' ' } } }],
      ['key', { key: 'nome', fields: { serial: 'S' } }],
      ['items.0.model', { fields: {}, items: [{ serial: 'S', model: 'NOME' }] }],
      ['items.each', { fields: {}, items: { each: 'NOME', by: ' ' } }],
    ] as const) {
      const { code, parameters } = refusal({ profile: 1, ...rules, persons } as unknown as Profile, ['S', 'NOME'])
      assert.deepEqual([code, parameters.field, parameters.accepted], ['profile_invalid', field, 'names_no_person'])
    }
  })
})

const cell = fc.oneof(
  fc.constantFrom('', ' ', 'Outros', 'a/b', 'x;y;z', ' N/C ', '\u202e', '\0'),
  fc.string({ maxLength: 8 }),
)
const row = fc.tuple(...HEADINGS.map(() => cell)).map((values) => {
  const cells: Record<string, string> = Object.create(null)
  for (const [place, heading] of HEADINGS.entries()) cells[heading] = values[place]!
  for (const [place, heading] of PERSON_HEADINGS.entries()) cells[heading] = `PERSON·${place}`
  return cells
})
const everyHeading = [...HEADINGS, ...PERSON_HEADINGS]

test('no cell is lost: what names no person stands in the raw row, what names one among the persons', () => {
  fc.assert(
    fc.property(anyProfile, row, (profile, cells) => {
      const { raw, persons } = compiled(profile, everyHeading).mapRow(cells)
      const named = new Set(Object.keys(profile.persons ?? {}))
      for (const heading of everyHeading) {
        if (named.has(heading))
          assert.ok(persons.some(({ field, value }) => field === heading && value === cells[heading]))
        else assert.equal(raw[heading], cells[heading])
      }
      assert.equal(Object.keys(raw).length, everyHeading.length - named.size)
    }),
  )
})

test('what a person column says is neither in the raw row nor in what is stated nor in the key', () => {
  fc.assert(
    fc.property(anyProfile, row, (profile, cells) => {
      const { raw, items, key } = compiled(profile, everyHeading).mapRow(cells)
      for (const column of Object.keys(profile.persons ?? {}))
        assert.ok(!JSON.stringify([raw, items, key]).includes(cells[column]!))
    }),
  )
})

test('a row speaks of at least one item, each in a place of its own, and states no field that the file cannot', () => {
  fc.assert(
    fc.property(anyProfile, row, (profile, cells) => {
      const mapping = compiled(profile, everyHeading)
      const { items } = mapping.mapRow(cells)
      assert.ok(items.length > 0)
      assert.equal(new Set(items.map(({ position }) => position)).size, items.length)
      assert.ok(items.every(({ position }) => (position === null) === (profile.items === undefined)))
      for (const { stated } of items)
        for (const field of Object.keys(stated)) assert.ok(mapping.statedColumns.has(field) && stated[field] !== '')
    }),
  )
})
