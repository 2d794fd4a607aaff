import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyText, plainNorm } from './arbitrary.test-helper.ts'
import { SERIAL_SHAPES } from './facts/serial-shapes.ts'
import type { Hint, HintContext } from './hint.ts'
import { itemHints } from './hints.ts'
import type { StatedItem } from './item.ts'
import { findMake } from './make.ts'
import { readItem } from './read-item.ts'

const context: HintContext = { country: 'XA', today: '2026-03-01' }
const whole = { make: 'Taurus', model: 'PT 92', calibre: '9x19', type: 'pistol', importer: 'Interarms', country: 'BR' }
const hintsOf = (stated: StatedItem, where = context): Hint[] => itemHints(readItem(stated), where)
const ids = (stated: StatedItem, where = context) => hintsOf(stated, where).map(({ field, id }) => `${field} ${id}`)
const about = (field: string, stated: StatedItem) => ids(stated).filter((each) => each.startsWith(`${field} `))

describe('hints at entry', () => {
  test('an ordinary entry gives none', () => {
    assert.deepEqual(ids({ ...whole, serial: 'TKP47123', year: '1998' }), [])
  })

  test('an entry of which nothing is stated gives none', () => {
    assert.deepEqual(ids({}), [])
    assert.deepEqual(ids({ make: 'semmarca', serial: 'S/N', calibre: '???', year: ' ' }), [])
  })

  test('a word that no table knows is named beside its field', () => {
    assert.deepEqual(about('make', { make: 'Quuxworks' }), ['make word_not_read'])
    assert.deepEqual(hintsOf({ make: 'q'.repeat(200) })[0]?.params.stated, `${'q'.repeat(80)}…`)
  })

  test('whatever is stated is answered, and no hint stands where nothing is stated but that of a missing importer', () => {
    const column = fc.option(anyText, { nil: undefined })
    const anyItem = fc.record({
      serial: column,
      make: fc.oneof(column, fc.constantFrom('glock', 'taurus', 'interarms', 'cci')),
      model: fc.oneof(column, fc.constantFrom('17', 'pt92', '10')),
      calibre: fc.oneof(column, fc.constantFrom('9mm', '12', '8mm k', '4.5')),
      type: fc.oneof(column, fc.constantFrom('pistol', 'revolver', 'shotgun', 'component')),
      country: fc.oneof(column, fc.constantFrom('BR', 'YUCS', 'XA')),
      year: fc.oneof(column, fc.constantFrom('1950', '2999', '9999')),
    })
    fc.assert(
      fc.property(anyItem, (given) => {
        const stated = Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined)) as StatedItem
        for (const { field, params } of hintsOf(stated)) {
          assert.ok(field === 'importer' || (stated[field] ?? '') !== '', field)
          for (const value of Object.values(params)) assert.ok(String(value).length <= 200)
        }
      }),
    )
  })
})

describe('hints on the serial', () => {
  test('a proof number or a calibre alone is no serial', () => {
    assert.deepEqual(about('serial', { serial: 'PTB 987' }), ['serial serial_only_other_number'])
    assert.equal(hintsOf({ serial: 'PTB 987' })[0]?.params.kind, 'proof')
    assert.deepEqual(about('serial', { serial: '.380' }), ['serial serial_only_other_number'])
  })

  test('a model number is no serial, also one that stands in no other field', () => {
    assert.deepEqual(about('serial', { serial: 'PT838', model: 'PT 838', make: 'Taurus' }), ['serial serial_is_model'])
    assert.deepEqual(about('serial', { serial: 'PT838', make: 'Taurus' }), ['serial serial_is_model'])
    assert.deepEqual(about('serial', { serial: 'PT838', make: 'Rossi' }), [])
  })

  test('a shape that a maker of few shapes does not use is unusual, and never for a damaged serial', () => {
    assert.deepEqual(about('serial', { make: 'Glock', serial: 'ABC123' }), [])
    assert.deepEqual(about('serial', { make: 'Glock', serial: '4712399' }), ['serial serial_unusual_for_make'])
    assert.deepEqual(about('serial', { make: 'Glock', serial: '47?2399' }), [])
    assert.deepEqual(about('serial', { make: 'Smith & Wesson', serial: '4712399' }), [])
  })

  test('every maker with listed shapes is a maker of the table', () => {
    for (const { make, shapes } of SERIAL_SHAPES) {
      assert.equal(findMake(make)?.role, 'manufacturer', make)
      for (const shape of shapes) assert.match(shape, /^[A9]+$/)
    }
  })

  test('a serial is never unusual for an unknown make', () => {
    fc.assert(fc.property(plainNorm, (serial) => !ids({ serial }).includes('serial serial_unusual_for_make')))
  })
})

describe('hints on make, importer and country', () => {
  test('an importer in the field of the make is no maker', () => {
    assert.deepEqual(about('make', { make: 'Interarms' }), ['make make_is_importer'])
    assert.deepEqual(about('make', { make: 'Interarms', importer: 'Century Arms' }), ['make make_is_importer'])
    assert.deepEqual(about('make', { make: 'n/c', importer: 'Century Arms' }), [])
  })

  test('a house brand or a maker of ammunition is no maker of firearms', () => {
    assert.deepEqual(about('make', { make: 'Western Field' }), ['make make_is_brand'])
    assert.deepEqual(about('make', { make: 'CCI', type: 'pistol' }), ['make make_is_ammunition'])
    assert.deepEqual(about('make', { make: 'CCI', type: 'ammunition' }), [])
  })

  test('a country in which the maker has no plant is odd, one of its former states is not', () => {
    assert.deepEqual(about('country', { make: 'Glock', country: 'BR' }), ['country country_not_of_make'])
    assert.deepEqual(about('country', { make: 'Glock', country: 'Austria' }), [])
    assert.deepEqual(about('country', { make: 'Zastava', country: 'Yugoslavia' }), [])
    assert.deepEqual(about('country', { make: 'Walther', country: 'France' }), [])
  })

  test('a name of a design that many states made says nothing of the country', () => {
    assert.deepEqual(about('country', { make: 'Mauser', country: 'BR' }), [])
  })

  test('the importer is asked for where the arm is foreign, and only there', () => {
    assert.deepEqual(about('importer', { country: 'BR' }), ['importer importer_missing'])
    assert.deepEqual(about('importer', { make: 'Taurus' }), ['importer importer_missing'])
    assert.deepEqual(about('importer', { country: 'BR', importer: 'n/c' }), [])
    assert.deepEqual(about('importer', { country: 'BR', type: 'ammunition' }), [])
    assert.deepEqual(about('importer', { country: 'XA' }), [])
    assert.deepEqual(ids({ country: 'BR' }, { ...context, country: null }), [])
    assert.deepEqual(ids({ make: 'Taurus' }, { ...context, country: 'US' }), [])
  })
})

describe('hints on model, calibre and type', () => {
  test('a calibre that the model is not made in is odd, and names those that it is', () => {
    const hint = hintsOf({ make: 'Glock', model: '17', calibre: '.40 S&W' }).find(({ field }) => field === 'calibre')
    assert.equal(hint?.id, 'calibre_not_of_model')
    assert.match(String(hint?.params.calibres), /9×19/)
  })

  test('a broader name, another name for the chamber or an unknown model gives none', () => {
    assert.deepEqual(about('calibre', { make: 'Glock', model: '17', calibre: '9mm' }), [])
    assert.deepEqual(about('calibre', { make: 'Colt', model: 'Python', calibre: '.38 Special' }), [])
    assert.deepEqual(about('calibre', { make: 'Glock', model: 'Quux', calibre: '.40 S&W' }), [])
  })

  test('a type that the model is not made as is odd', () => {
    assert.deepEqual(about('type', { make: 'Glock', model: '17', type: 'revolver' }), ['type type_not_of_model'])
    assert.deepEqual(about('type', { make: 'Izhmash', model: 'AKM', type: 'shotgun' }), ['type type_not_of_model'])
  })

  test('a broader or neighbouring type, a replica and a part of the model are not', () => {
    for (const type of ['handgun', 'firearm', 'machine pistol', 'air weapon', 'component', 'alarm_signal'])
      assert.deepEqual(about('type', { make: 'Glock', model: '17', type }), [], type)
  })

  test('the kind of a calibre speaks against a type', () => {
    assert.deepEqual(about('calibre', { calibre: '8mm k', type: 'pistol' }), ['calibre calibre_of_blank_arm'])
    assert.deepEqual(about('calibre', { calibre: '8mm k', type: 'alarm_signal' }), [])
    assert.deepEqual(about('calibre', { calibre: '40x46', type: 'pistol' }), ['calibre calibre_of_launcher'])
    assert.deepEqual(about('calibre', { calibre: '12/70', type: 'revolver' }), ['calibre calibre_is_bore'])
    assert.deepEqual(about('calibre', { calibre: '7.62x39', type: 'shotgun' }), ['calibre calibre_is_cartridge'])
    assert.deepEqual(about('calibre', { calibre: '12/70', type: 'shotgun' }), [])
  })
})

describe('hints on the year', () => {
  const year = (stated: StatedItem) => about('year', stated)

  test('a year to come or one that no rule reads is odd', () => {
    assert.deepEqual(year({ year: '2027' }), ['year year_in_future'])
    assert.deepEqual(year({ year: '2026' }), [])
    assert.deepEqual(year({ year: '9999' }), ['year year_not_read'])
    assert.deepEqual(year({ year: 'circa' }), ['year year_not_read'])
  })

  test('a firearm is not older than its model, its maker or its calibre', () => {
    assert.deepEqual(year({ make: 'Glock', model: '19', year: '1985' }), ['year year_before_model'])
    assert.deepEqual(year({ make: 'Glock', year: '1979' }), ['year year_before_make'])
    assert.deepEqual(year({ calibre: '.40 S&W', year: '1980' }), ['year year_before_calibre'])
    assert.deepEqual(year({ calibre: '.40 S&W', year: '1990' }), [])
  })

  test('an interval is odd only if all of it is', () => {
    assert.deepEqual(year({ make: 'Glock', year: '1970-1990' }), [])
    assert.deepEqual(year({ make: 'Glock', year: '1970-1980' }), ['year year_before_make'])
  })

  test('a state makes nothing after its end', () => {
    assert.deepEqual(year({ country: 'Soviet Union', year: '1999' }), ['year year_after_country'])
    assert.deepEqual(year({ country: 'Soviet Union', year: '1985' }), [])
  })
})
