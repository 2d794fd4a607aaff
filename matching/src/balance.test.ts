import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StatedItem } from '@proofmark/domain/item'
import { readItem } from '@proofmark/domain/read-item'
import fc from 'fast-check'
import { probability, weigh } from './balance.ts'
import { expectedChance } from './chance.ts'

const compare = (a: StatedItem, b: StatedItem, entries = 1000) => weigh(readItem(a), readItem(b), entries)
const bitsOf = (lines: ReturnType<typeof weigh>, field: string) => lines.find((line) => line.field === field)?.bits

test('what is missing on either side is no evidence', () => {
  const lines = compare({ serial: 'TST1001', make: 'Taurus' }, { serial: 'TST1001', calibre: '9mm' })
  assert.deepEqual(
    lines.map(({ field }) => field),
    ['prior', 'serial'],
  )
})

test('a word that no table knows is no evidence: it might mean the same', () => {
  assert.equal(
    bitsOf(compare({ serial: 'TST1', make: 'Qwxzy' }, { serial: 'TST1', make: 'Taurus' }), 'make'),
    undefined,
  )
})

test('two spellings of one make agree, two makes speak against', () => {
  assert.ok(bitsOf(compare({ make: 'tauruspt' }, { make: 'TAURUS' }), 'make')! > 0)
  assert.ok(bitsOf(compare({ make: 'glok' }, { make: 'TAURUS' }), 'make')! < 0)
})

test('a broader word for the same thing speaks for it, half as loudly', () => {
  const broad = bitsOf(compare({ calibre: '9mm', type: 'pistol' }, { calibre: '9x19mm', type: 'pistol' }), 'calibre')!
  const same = bitsOf(compare({ calibre: '9x19mm' }, { calibre: '9mm Luger' }), 'calibre')!
  assert.ok(broad > 0 && broad < same)
  assert.ok(bitsOf(compare({ calibre: '.40' }, { calibre: '9x19mm' }), 'calibre')! < 0)
})

test('an exact mark says more than one that was confused', () => {
  const exact = bitsOf(compare({ serial: 'TKR1048' }, { serial: 'TKR1048' }), 'serial')!
  const confused = bitsOf(compare({ serial: 'TKR1O48' }, { serial: 'TKR1048' }), 'serial')!
  assert.ok(exact > confused && confused > 0)
})

test('a lost character takes from the mark what it could have said', () => {
  const lost = bitsOf(compare({ serial: 'TK?1048' }, { serial: 'TKR1048' }), 'serial')!
  const either = bitsOf(compare({ serial: 'TKR104[8B]' }, { serial: 'TKR1048' }), 'serial')!
  const clear = bitsOf(compare({ serial: 'TKR1O48' }, { serial: 'TKR1048' }), 'serial')!
  assert.ok(lost < either && either < clear)
})

test('a long rare mark says more than a short plain one', () => {
  const of = (serial: string) => bitsOf(compare({ serial }, { serial }), 'serial')!
  assert.ok(of('TKR1048') > of('123456') && of('123456') > of('1234'))
})

test('the more entries there are, the less the same evidence proves', () => {
  const of = (entries: number) => probability(compare({ serial: 'TKR1048' }, { serial: 'TKR1048' }, entries))
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
  const words = fc.constantFrom('Taurus', 'glock', 'semmarca', '', 'xyz')
  const item = fc.record({
    serial: fc.constantFrom('TKR1048', 'TKR1O48', 'S/N'),
    make: words,
    calibre: fc.constantFrom('9mm', '.40', ''),
  })
  fc.assert(
    fc.property(item, item, (a, b) => {
      const bits = (lines: ReturnType<typeof weigh>) => lines.map((line) => [line.field, line.bits])
      assert.deepEqual(bits(compare(a, b)), bits(compare(b, a)))
    }),
  )
})

test('chance matches follow N times the product of alternatives over alphabet', () => {
  const characters = readItem({ serial: 'AB1?' }).serial.characters
  assert.ok(Math.abs(expectedChance(characters, 6760) - 1) < 1e-9)
  assert.equal(expectedChance([], 500), 500)
})
