import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText } from './arbitrary.test-helper.ts'
import type { StatedItem } from './item.ts'
import { readItem } from './read-item.ts'
import { TABLES_VERSION } from './tables-version.ts'

describe('an item', () => {
  test('is read whole', () => {
    const item = readItem({
      serial: 'tkp-47123',
      make: 'tauros',
      model: 'pt92',
      calibre: '9 MM',
      type: 'Pistola',
      country: 'Brasil',
      year: '1998',
    })
    assert.equal(item.tables, TABLES_VERSION)
    assert.equal(item.category, 'firearm')
    assert.equal(item.serial.norm, 'TKP47123')
    assert.equal(item.marks[0], item.serial)
    assert.deepEqual(
      [item.make.code, item.model.code, item.calibre.code, item.type.code, item.country.code, item.year],
      ['taurus', 'taurus/pt92', '9mm', 'pistol', 'BR', { from: 1998, to: 1998 }],
    )
  })

  test('reads as the folder’s README says', () => {
    const item = readItem({
      serial: 'frame 47123, slide raspado',
      make: 'tauros',
      model: 'pt92',
      calibre: '. 40',
      type: 'Pistola',
    })
    assert.deepEqual([item.serial.norm, item.serial.part], ['47123', 'frame'])
    assert.deepEqual([item.marks[1]?.state, item.marks[1]?.part], ['obliterated', 'slide'])
    assert.deepEqual([item.make.name, item.calibre.name], ['Taurus', '.40 S&W'])
    assert.equal(readItem({ make: 'glockg22' }).model.name, 'G22')
  })

  test('of which nothing is stated says nothing, and nothing waits for a curator', () => {
    const item = readItem({})
    assert.equal(item.serial.state, 'not_recorded')
    assert.equal(item.category, 'unknown')
    assert.equal(item.year, null)
    for (const word of [item.make, item.importer, item.model, item.calibre, item.type, item.action, item.country]) {
      assert.deepEqual(word, { stated: null, code: null, name: null, known: true, said: 'not_recorded' })
    }
  })

  test('the type decides the calibre', () => {
    assert.equal(readItem({ type: 'Espingarda', calibre: '32' }).calibre.code, 'bore_32')
    assert.equal(readItem({ type: 'Revolver', calibre: '32' }).calibre.code, '32')
    assert.equal(readItem({ type: 'Garrucha', calibre: '32' }).calibre.code, '32')
  })

  test('the make decides the model, also one grown into its field', () => {
    assert.notEqual(
      readItem({ make: 'Rossi', model: 'M88' }).model.code,
      readItem({ make: 'Zastava', model: 'M88' }).model.code,
    )
    const glock = readItem({ make: 'glockg22' })
    assert.deepEqual([glock.make.code, glock.model.code, glock.model.stated], ['glock', 'glock/g22', null])
    assert.equal(readItem({ make: 'glockg22', model: 'G17' }).model.code, 'glock/g17')
  })

  test('an importer written as the make is the importer, unless another is stated', () => {
    const item = readItem({ make: 'Interarms' })
    assert.deepEqual([item.make.code, item.make.said, item.importer.code], [null, 'not_recorded', 'interarms'])
    assert.equal(readItem({ make: 'Interarms', importer: 'Century Arms' }).importer.code, 'century_arms')
  })

  test('craft-made is a fact about the firearm, whichever field says it', () => {
    assert.equal(readItem({ make: 'artesanal' }).lethality, 'craft_produced')
    assert.equal(readItem({ type: 'Arma de Fogo Artesanal' }).lethality, 'craft_produced')
    assert.equal(readItem({ make: 'semmarca' }).lethality, 'unknown')
  })

  test('the stated part and the type place the number', () => {
    assert.equal(readItem({ serial: '47123', part: 'slide' }).serial.part, 'slide')
    assert.equal(readItem({ serial: 'ferrolho 47123', type: 'Fuzil' }).serial.part, 'bolt_breech')
    assert.equal(readItem({ serial: 'ferrolho 47123', type: 'Pistola' }).serial.part, 'slide')
  })
})

test('any columns are read, and every stated text is kept', () => {
  const stated = fc.record(
    {
      serial: anyText,
      make: anyText,
      importer: anyText,
      model: anyText,
      calibre: anyText,
      type: anyText,
      country: anyText,
      year: anyText,
      part: anyText,
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(stated, (columns: StatedItem) => {
      const item = readItem(columns)
      assert.equal(item.make.stated, columns.make ?? null)
      assert.equal(item.calibre.stated, columns.calibre ?? null)
      assert.equal(item.type.stated, columns.type ?? null)
      assert.equal(item.country.stated, columns.country ?? null)
      assert.deepEqual(readItem(columns), item)
    }),
    { numRuns: 500 },
  )
})
