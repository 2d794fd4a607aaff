import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MarkCharacter } from '@proofmark/domain/marking'
import { readSerial } from '@proofmark/domain/serial'
import { charactersOf } from '@proofmark/domain/serial-characters'
import fc from 'fast-check'
import { type MarkAlignment, markAlignments } from './align-marks.ts'
import { markComparisons } from './compare-marks.ts'
import { type ComparedMark, likeliestReadings } from './likeliest-reading.ts'
import { START_MODEL } from './model.ts'

const likeliestReading = likeliestReadings(START_MODEL.mark)
const compare = markComparisons(START_MODEL.mark, likeliestReading)
const align = markAlignments(likeliestReading)

const pattern = (norm: string): ComparedMark => ({ stated: norm, norm, characters: charactersOf(norm) })
const stated = (serial: string): ComparedMark => readSerial(serial)[0]!
const aligned = (asked: ComparedMark, recorded: ComparedMark) => align(asked, recorded, compare(asked, recorded)!.bits)
const of = (asked: string, recorded: string) => aligned(pattern(asked), pattern(recorded))!

const SIGNS = { agrees: '|', confusable: '~', nothing: '.', differs: 'x' } as const
const signs = ({ columns }: MarkAlignment) => columns.map(({ says }) => SIGNS[says]).join('')
const bitsOf = ({ columns }: MarkAlignment) => columns.map(({ bits }) => bits)

test('each position says whether it agrees, is confusable, says nothing or differs, and what that is worth', () => {
  const worn = of('TK?1O4[8B]', 'TKR1048')
  assert.equal(signs(worn), '||.|~||')
  const [letter, , lost, digit, confused, , either] = bitsOf(worn)
  assert.equal(lost, 0)
  assert.ok(digit! > letter! && letter! > either! && either! > 0 && confused! < 1)
  const other = of('TK?1O4[8B]', 'TKR1043')
  assert.equal(signs(other), '||.|~|x')
  assert.ok(bitsOf(other).at(-1)! < -3)
})

test('of two alternatives both count as seen, of more only the first', () => {
  assert.equal(signs(of('TKR104[8B]', 'TKR1048')), '|||||||')
  assert.equal(signs(of('TKR1[O0Q]48', 'TKR1048')), '||||~||')
})

test('a character more or less, an end that is missing and neighbours that were exchanged leave gaps where they are', () => {
  const gaps = (asked: string, recorded: string) =>
    of(asked, recorded).columns.map(({ asked: one, recorded: other }) => [one, other])
  assert.deepEqual(gaps('10248', '1048').slice(1, 4), [
    [1, 1],
    [2, null],
    [3, 2],
  ])
  assert.deepEqual(gaps('1048', 'TKR1048').slice(0, 4), [
    [null, 0],
    [null, 1],
    [null, 2],
    [0, 3],
  ])
  assert.deepEqual(gaps('TKR1048', 'TKR10').at(-1), [6, null])
  assert.equal(signs(of('TKR1748', 'TKR7148')), '|||xx||')
})

test('a run of unknown length reaches over as many characters as it must', () => {
  assert.equal(signs(of('TK*8', 'TKR1048')), '||....|')
  assert.equal(signs(of('TKR1048', 'TK*8')), '||....|')
  assert.equal(signs(of('TK*1048', 'TK1048')), '||.||||')
  assert.equal(signs(of('TK*1048', 'TK*1048')), '||.||||')
})

test('what another form leaves out stands over a gap, and what it writes otherwise is taken for it', () => {
  assert.equal(signs(aligned(stated('A0001234'), stated('A1234'))!), '|...||||')
  assert.equal(signs(aligned(stated('369257'), stated('369JKM257'))!), '|||...|||')
  assert.equal(signs(aligned(stated('SV12345'), stated('СВ12345'))!), '~~|||||')
  assert.equal(aligned(stated('60916'), stated('91609')), null)
  assert.equal(aligned(stated('TKR1048'), stated('ABX9777')), null)
})

test('several harms cost more than their places show, and share it', () => {
  const [one, two] = [of('TKR1047', 'TKR1048'), of('TKR1O4B', 'TKR1048')]
  assert.equal(bitsOf(one).filter((bits) => bits < 0).length, 1)
  const [first, second] = two.columns.filter(({ says }) => says === 'confusable')
  assert.ok(first!.bits < 1 && second!.bits < 1)
})

const part = fc.constantFrom('T', 'K', 'R', '1', '0', 'O', '4', '8', 'B', '?', '*', '[8B]', '[O0Q]')
const mark = fc.array(part, { minLength: 1, maxLength: 10 }).map((parts) => pattern(parts.join('')))

test('the columns and the whole add up to what both marks are worth', () => {
  fc.assert(
    fc.property(mark, mark, (asked, recorded) => {
      const { bits } = compare(asked, recorded)!
      const found = align(asked, recorded, bits)
      if (!found) return
      const sum = bitsOf(found).reduce((total, each) => total + each, found.whole)
      assert.ok(Math.abs(sum - bits) < 1e-9)
      assert.ok([...bitsOf(found), found.whole].every(Number.isFinite))
    }),
  )
})

test('both marks stand whole and in order in their alignment, no character but a run twice', () => {
  fc.assert(
    fc.property(mark, mark, (asked, recorded) => {
      const { columns } = aligned(asked, recorded) ?? { columns: null }
      if (!columns) return
      assert.ok(columns.every((column) => column.asked !== null || column.recorded !== null))
      const standsWhole = (places: readonly (number | null)[], characters: readonly MarkCharacter[]) => {
        const stand = places.filter((place) => place !== null)
        assert.deepEqual(
          stand.filter((place, at) => !characters[place]?.run || stand[at - 1] !== place),
          characters.map((_, place) => place),
        )
      }
      standsWhole(
        columns.map((column) => column.asked),
        asked.characters,
      )
      standsWhole(
        columns.map((column) => column.recorded),
        recorded.characters,
      )
    }),
  )
})
