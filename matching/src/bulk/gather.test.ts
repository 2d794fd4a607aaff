import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { AskedKeys } from './asked-keys.ts'
import { twoRolls } from './bulk.test-helper.ts'
import { COMMON, Gathered } from './gather.ts'
import { indexMarks } from './key-index.ts'
import { MarkHash } from './mark-hash.ts'

/** Is the entry among what the keys of the asked serial find? */
function finds(asked: string, entry: string, wide: boolean): boolean {
  const { records, entries, legend } = twoRolls(
    [{ serial: asked, make: 'taurus' }],
    [{ serial: entry, make: 'taurus' }],
  )
  const { classes } = legend.alphabet.symbols()
  const index = indexMarks(entries, classes)
  const hash = new MarkHash()
  const keys = new AskedKeys(8_192)
  hash.take(records.positions, 0, records.positionStart[1]!, classes)
  if (wide) keys.wide(hash)
  else keys.near(hash, records.positions, 0)
  const gathered = new Gathered(entries)
  gathered.begin()
  gathered.gather(index, keys.keys, keys.count, wide, -1, -1)
  return gathered.count === 1
}

/**
 * A serial of a maker: some letters and five to seven digits. One that an edit may leave as a character repeated is none:
 * a clerk who writes `0000` has no number to write.
 */
const serials = fc
  .tuple(fc.stringMatching(/^[A-Z]{0,3}$/), fc.stringMatching(/^[0-9]{5,7}$/))
  .map(([letters, digits]) => letters + digits)
  .filter((serial) => new Set(serial).size > 2)
const places = fc.nat()
const characters = fc.constantFrom(...'0123456789ABCDEFGHJKMNPRTUVWXY')

test('one edit at any place leaves a serial findable by the near path', () => {
  fc.assert(
    fc.property(serials, places, characters, (serial, somewhere, character) => {
      const at = somewhere % serial.length
      const [front, back] = [serial.slice(0, at), serial.slice(at + 1)]
      for (const edited of [front + character + back, front + back, front + character + serial.slice(at)])
        assert.ok(finds(edited, serial, false), `${edited} does not find ${serial}`)
    }),
    { numRuns: 40 },
  )
})

test('up to four lost characters, in a run or scattered, leave a serial findable by the near path', () => {
  fc.assert(
    fc.property(serials, fc.array(places, { minLength: 1, maxLength: 4 }), (serial, somewhere) => {
      const lost = new Set(somewhere.map((place) => place % serial.length))
      fc.pre(serial.length - lost.size >= 3)
      const worn = [...serial].map((character, at) => (lost.has(at) ? '?' : character)).join('')
      assert.ok(finds(worn, serial, false), `${worn} does not find ${serial}`)
    }),
    { numRuns: 40 },
  )
})

test('a dropped prefix, three first or two last characters leave a serial findable by the near path', () => {
  for (const [asked, entry] of [
    ['10485', 'TKR10485'],
    ['0485', 'TK10485'],
    ['TKR104', 'TKR10485'],
    ['TKR10485', '10485'],
    ['TKR*85', 'TKR10485'],
  ] as const)
    assert.ok(finds(asked, entry, false), `${asked} ${entry}`)
})

test('two things at once leave a serial findable by the wide path', () => {
  for (const [asked, entry] of [
    ['TXR10495', 'TKR10485'],
    ['10495', 'TKR10485'],
    ['1?485', 'TKR10485'],
    ['TKR1?495', 'TKR10485'],
    ['T?R1?4X5', 'TKR10485'],
    ['TKR1?4X85', 'TKR10485'],
    ['T?R1?4X85', 'TKR10485'],
    ['TKR1???7', 'TKR10485'],
  ] as const)
    assert.ok(finds(asked, entry, true), `${asked} ${entry}`)
})

test('of a number that thousands bear only what agrees in a word is looked at, and that is counted', () => {
  const many = Array.from({ length: COMMON + 10 }, (_, at) => ({ serial: '123456', make: at < 5 ? 'glock' : 'taurus' }))
  const { records, entries, legend } = twoRolls([{ serial: '123456', make: 'glock' }], many)
  const { classes } = legend.alphabet.symbols()
  const index = indexMarks(entries, classes)
  const hash = new MarkHash()
  hash.take(records.positions, 0, records.positionStart[1]!, classes)
  const keys = new AskedKeys(8_192)
  keys.near(hash, records.positions, 0)
  const gathered = new Gathered(entries)
  gathered.begin()
  gathered.gather(index, keys.keys, keys.count, false, records.words.make[0]!, -1)
  assert.equal(gathered.count, 5)
  assert.ok(gathered.cut > 0)
})
