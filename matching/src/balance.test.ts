import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import type { StatedItem } from '@proofmark/domain/item'
import { readItem } from '@proofmark/domain/read-item'
import fc from 'fast-check'
import { balanceOf, sumOfBits } from './balance.ts'
import { expectedChance } from './chance.ts'
import type { DatedEvent } from './event-order.ts'
import { type Line, probability } from './line.ts'
import { START_MODEL } from './model.ts'

const balance = balanceOf(START_MODEL)
type Stated = StatedItem & { readonly place?: string; readonly event?: DatedEvent }
const read = ({ place, event, ...stated }: Stated) => ({
  ...readItem(stated),
  place: place ?? null,
  event: event ?? null,
})
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

test('two spellings of one make agree, two makes speak against', () => {
  assert.ok(bitsOf(compare({ make: 'tauruspt' }, { make: 'TAURUS' }), 'make')! > 0)
  assert.ok(bitsOf(compare({ make: 'glok' }, { make: 'TAURUS' }), 'make')! < 0)
})

test('importers speak for and against beside makers, and one that is missing does not', () => {
  const importer = (a: string, b: string) => bitsOf(compare({ importer: a }, { importer: b }), 'importer')
  assert.ok(importer('Interarms', 'INTER ARMS')! > 0 && importer('Interarms', 'Transarms')! < 0)
  assert.equal(importer('Interarms', ''), undefined)
  assert.equal(bitsOf(compare({ importer: 'Interarms', make: 'CZ' }, { make: 'CZ' }), 'importer'), undefined)
})

test('an importer that a clerk wrote as the make agrees, and the make says nothing', () => {
  const lines = compare({ make: 'CZ', importer: 'Transarms' }, { make: 'Transarms' })
  assert.deepEqual(
    [bitsOf(lines, 'make'), lineOf(lines, 'importer')?.message.id],
    [undefined, 'evidence.importer.same'],
  )
})

test('where roles are crossed the makes do not speak against each other, and little speaks for it, once', () => {
  const crossed = compare({ make: 'Beretta' }, { make: 'Glock', importer: 'Beretta' })
  assert.deepEqual(lineOf(crossed, 'make')?.message, {
    id: 'evidence.make.importer',
    parameters: { importer: 'Beretta', maker: 'Glock' },
  })
  assert.ok(sumOfBits(crossed) > 0 && sumOfBits(crossed) < bitsOf(compare({ make: 'CZ' }, { make: 'CZ' }), 'make')! / 2)
  const agreed = compare({ make: 'Beretta', importer: 'Beretta' }, { make: 'CZ', importer: 'Beretta' })
  const alone = compare({ importer: 'Beretta' }, { importer: 'Beretta' })
  assert.equal(sumOfBits(agreed), sumOfBits(alone))
  // A maker that stands where the importer should is no other importer.
  const own = compare({ make: 'CZ', importer: 'CZ' }, { make: 'CZ', importer: 'Transarms' })
  assert.equal(bitsOf(own, 'importer'), undefined)
  // A firm that no table knows.
  const unknown = compare({ make: 'Halden Arms' }, { make: 'CZ', importer: 'halden arms' })
  assert.equal(unknown[0]?.message.id, 'evidence.importer.crossed')
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

const event = (kind: DatedEvent['kind'], from: string | null, to = from): DatedEvent => ({ kind, from, to })
const orderOf = (a: Stated, b: Stated) => lineOf(compare(a, b), 'order')

test('what surely begins after its end speaks against, what may not does not', () => {
  const destroyed = { event: event('destruction', '2010-01-01', '2010-12-31') }
  assert.ok(orderOf(destroyed, { event: event('registration', '2012-05-04') })!.bits < -3)
  assert.ok(orderOf({ event: event('manufacture', '2011-01-01', '2011-12-31') }, destroyed)!.bits < -3)
  for (const other of [
    event('registration', '2010-06-01', '2012-05-04'),
    event('registration', null, '2012-05-04'),
    event('registration', '2009-05-04'),
    event('seizure', '2015-05-04'),
    event('theft', '2015-05-04'),
    event('stocktaking', '2015-05-04'),
  ])
    assert.equal(orderOf(destroyed, { event: other }), undefined, JSON.stringify(other))
})

test('what happened before it was made speaks against, with a year to spare, and never twice', () => {
  const seized = { event: event('seizure', '2009-05-04') }
  assert.ok(orderOf(seized, { year: '2015' })!.bits < -2)
  assert.ok(orderOf(seized, { event: event('manufacture', '2015-01-01', '2015-12-31') })!.bits < -3)
  assert.equal(orderOf(seized, { year: '2010' }), undefined)
  assert.equal(orderOf(seized, { year: '2000/2015' }), undefined)
  // Years that both state are compared as years.
  assert.equal(orderOf({ ...seized, year: '2008' }, { year: '2015' }), undefined)
  // Its own event denies its year.
  assert.equal(orderOf(seized, { year: '2015', event: event('registration', '2001-02-03') }), undefined)
  // Permission comes before a firearm is made.
  assert.equal(orderOf({ event: event('import-licence', '2009-05-04') }, { year: '2015' }), undefined)
})

test('the place of two recoveries says a little, any other less, and a country nothing', () => {
  const place = (a: string, b: string, kind: DatedEvent['kind']) =>
    bitsOf(compare({ place: a, event: event('seizure', '2015') }, { place: b, event: event(kind, '2015') }), 'place')
  const [of, other] = [place('Nova Aldeia', 'nova aldeia, Norte', 'find')!, place('Vard', 'Vard', 'theft')!]
  assert.ok(of > other && other > 0 && of <= 1)
  assert.ok(Math.abs(place('Nova Aldeia', 'Vard', 'find')!) < 0.1)
  assert.equal(place('Brasil', 'Brasil', 'find'), undefined)
  assert.equal(place('n/c', 'N/C', 'find'), undefined)
})

test('a model that was made before these fields were known says nothing of them', () => {
  const { importer: _, crossed: __, toldPlace: ___, order: ____, ...before } = START_MODEL
  const older = balanceOf({ ...before, version: 'older' })
  const one = { make: 'Beretta', place: 'Vard', event: event('destruction', '2010-01-01') }
  const other = { make: 'CZ', importer: 'Beretta', place: 'Vard', event: event('registration', '2012-01-01') }
  assert.equal(sumOfBits(older.evidence(read(one), read(other))), 0)
  const stated = { importer: 'Transarms' }
  assert.deepEqual(older.evidence(read(stated), read(stated)), [])
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

const day = fc.constantFrom(null, '1989-01-01', '1995-06-30', '1998-12-31', '2012-05-04')
/** Its earlier day first. */
const inTurn = (of: DatedEvent | undefined): { readonly event?: DatedEvent } => {
  const turned = of?.from && of.to && of.from > of.to ? { ...of, from: of.to, to: of.from } : of
  return turned ? { event: turned } : {}
}

test('the weights are symmetric: which side is the query does not matter', () => {
  const item = fc
    .record({
      serial: fc.constantFrom('TKR1048', 'TKR1O48', '1048', 'S/N', 'frame TST456, slide TST123'),
      make: fc.constantFrom('Taurus', 'glock', 'semmarca', '', 'xyz', 'Transarms'),
      importer: fc.constantFrom('Taurus', 'glock', 'Transarms', 'Interarms', 'xyz', ''),
      calibre: fc.constantFrom('9mm', '.40', ''),
      year: fc.constantFrom('1998', '1990s', ''),
      place: fc.constantFrom('Norte', 'Sul', ''),
      event: fc.option(fc.record({ kind: fc.constantFrom(...EVENT_KINDS), from: day, to: day }), { nil: undefined }),
    })
    .map(({ event, ...words }): Stated => ({ ...words, ...inTurn(event) }))
  fc.assert(
    fc.property(item, item, (a, b) => {
      const [there, back] = [compare(a, b), compare(b, a)]
      assert.ok(Math.abs(sumOfBits(there) - sumOfBits(back)) < 1e-9)
      assert.deepEqual(bitsOf(there, 'order'), bitsOf(back, 'order'))
      for (const field of ['make', 'importer', 'place', 'order'])
        assert.ok(Math.abs(bitsOf(there, field) ?? 0) < 6, field)
      assert.ok((bitsOf(there, 'order') ?? 0) <= 0)
    }),
  )
})

test('chance matches follow N times the product of alternatives over alphabet', () => {
  const characters = readItem({ serial: 'AB1?' }).serial.characters
  assert.ok(Math.abs(expectedChance(characters, 6760) - 1) < 1e-9)
  assert.equal(expectedChance([], 500), 500)
})
