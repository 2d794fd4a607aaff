import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StatedItem } from '@proofmark/domain/item'
import { readItem } from '@proofmark/domain/read-item'
import fc from 'fast-check'
import { balanceOf, sumOfBits } from './balance.ts'
import { expectedChance } from './chance.ts'
import { type Line, probability } from './line.ts'
import { START_MODEL } from './model.ts'

const balance = balanceOf(START_MODEL)
type Stated = StatedItem & { readonly place?: string }
const read = ({ place, ...stated }: Stated) => ({ ...readItem(stated), place: place ?? null })
const compare = (a: Stated, b: Stated) => balance.evidence(read(a), read(b))
const lineOf = (lines: readonly Line[], field: string) => lines.find((line) => line.field === field)
const bitsOf = (lines: readonly Line[], field: string) => lineOf(lines, field)?.bits

test('what is missing on either side is no evidence', () => {
  const lines = compare({ serial: 'TST1001', make: 'Taurus' }, { serial: 'TST1001', calibre: '9mm' })
  assert.deepEqual(
    lines.map(({ field }) => field),
    ['serial'],
  )
})

test('a word that only one side’s tables know is no evidence: it might mean the same', () => {
  assert.equal(bitsOf(compare({ make: 'Qwxzy' }, { make: 'Taurus' }), 'make'), undefined)
})

test('words that no table knows speak for it where they fold alike or one begins the other, and never against', () => {
  const model = (a: string, b: string) => bitsOf(compare({ model: a }, { model: b }), 'model')
  assert.ok(model('Zorro-77 K', 'ZORRO 77K')! > model('Zorro 77', 'ZORRO 77K')!)
  assert.ok(model('Zorro 77', 'ZORRO 77K')! > 0)
  assert.equal(model('Zorro', 'Figaro'), undefined)
})

test('two spellings of one make agree, two makes speak against, an importer for its maker does neither', () => {
  assert.ok(bitsOf(compare({ make: 'tauruspt' }, { make: 'TAURUS' }), 'make')! > 0)
  assert.ok(bitsOf(compare({ make: 'glok' }, { make: 'TAURUS' }), 'make')! < 0)
})

test('a broader word for the same thing speaks for it, half as loudly', () => {
  const broad = bitsOf(compare({ calibre: '9mm', type: 'pistol' }, { calibre: '9x19mm', type: 'pistol' }), 'calibre')!
  const same = bitsOf(compare({ calibre: '9x19mm' }, { calibre: '9mm Luger' }), 'calibre')!
  assert.ok(broad > 0 && broad < same)
  assert.ok(bitsOf(compare({ calibre: '.40' }, { calibre: '9x19mm' }), 'calibre')! < 0)
})

test('a country speaks for or against, a year by how near it is and how wide an interval', () => {
  assert.ok(bitsOf(compare({ country: 'Brasil' }, { country: 'BR' }), 'country')! > 0)
  assert.ok(bitsOf(compare({ country: 'Brasil' }, { country: 'AT' }), 'country')! < 0)
  const year = (a: string, b: string) => bitsOf(compare({ year: a }, { year: b }), 'year')!
  assert.ok(year('1998', '1998') > year('1998', '1997'))
  assert.ok(year('1998', '1997') > 0 && year('1998', '1960') < 0)
  assert.ok(year('1990s', '1998') < year('1998', '1998'))
})

test('a place speaks for it where the words of one stand in the other', () => {
  const place = (a: string, b: string) => bitsOf(compare({ place: a }, { place: b }), 'place')!
  assert.ok(place('nova aldeia', 'Nova Aldeia, Norte') > 0)
  assert.ok(place('Nova Aldeia', 'Porto Velho') < 0 && place('Nova Aldeia', 'Porto Velho') > -1)
})

test('a number on the slide finds its record, says where it stands, and says less than the firearm’s own', () => {
  const own = compare({ serial: 'TST456' }, { serial: 'frame TST456, slide TST123' })
  const slide = compare({ serial: 'TST123' }, { serial: 'frame TST456, slide TST123' })
  assert.ok(bitsOf(slide, 'serial')! > 0 && bitsOf(slide, 'serial')! < bitsOf(own, 'serial')!)
  assert.deepEqual(lineOf(slide, 'serial')?.more, [{ id: 'evidence.serial.part', parameters: { part: 'slide' } }])
})

test('the more entries there are, the less the same evidence proves', () => {
  const of = (entries: number) => {
    const lines = compare({ serial: 'TKR1048' }, { serial: 'TKR1048' })
    return probability([balance.prior(entries), ...lines])
  }
  assert.ok(of(100) > of(10_000) && of(10_000) > of(1_000_000))
})

test('a probability is never outside 0 and 1, and rises with the bits', () => {
  fc.assert(
    fc.property(
      fc.float({ noNaN: true, min: -200, max: 200 }),
      fc.float({ noNaN: true, min: 0, max: 50 }),
      (bits, more) => {
        const [less, greater] = [probability([{ bits }]), probability([{ bits }, { bits: more }])]
        assert.ok(less >= 0 && greater <= 1 && less <= greater)
      },
    ),
  )
})

test('the weights are symmetric: which side is the query does not matter', () => {
  const item = fc.record({
    serial: fc.constantFrom('TKR1048', 'TKR1O48', '1048', 'S/N', 'frame TST456, slide TST123'),
    make: fc.constantFrom('Taurus', 'glock', 'semmarca', '', 'xyz'),
    calibre: fc.constantFrom('9mm', '.40', ''),
    year: fc.constantFrom('1998', '1990s', ''),
    place: fc.constantFrom('Norte', 'Sul', ''),
  })
  fc.assert(
    fc.property(item, item, (a, b) => {
      assert.ok(Math.abs(sumOfBits(compare(a, b)) - sumOfBits(compare(b, a))) < 1e-9)
    }),
  )
})

test('chance matches follow N times the product of alternatives over alphabet', () => {
  const characters = readItem({ serial: 'AB1?' }).serial.characters
  assert.ok(Math.abs(expectedChance(characters, 6760) - 1) < 1e-9)
  assert.equal(expectedChance([], 500), 500)
})
