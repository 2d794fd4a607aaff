import assert from 'node:assert/strict'
import { test } from 'node:test'
import { skeleton } from '@proofmark/domain/serial-norm'
import fc from 'fast-check'
import { twoRolls } from './bulk.test-helper.ts'
import { Channel } from './channel.ts'
import { costsOf, sharedBits } from './channel-costs.ts'
import { KINDS, START_SHARES } from './channel-kinds.ts'
import { stepTable } from './step-table.ts'

function compared(stood: string, read: string) {
  const { records, entries, legend } = twoRolls([{ serial: read }], [{ serial: stood }])
  const channel = new Channel(START_SHARES, stepTable(legend.alphabet.symbols(), skeleton))
  const to = (roll: typeof entries) => roll.positionStart[1]!
  const compare = (most?: number) =>
    channel.compare(entries.positions, 0, to(entries), records.positions, 0, to(records), most)
  return { channel, compare }
}

function way(stood: string, read: string) {
  const { channel, compare } = compared(stood, read)
  compare()
  const { kinds, things, ...rest } = channel.way
  return { ...rest, things, kinds: Array.from(kinds.subarray(0, things), (kind) => KINDS[kind]!) }
}

test('what befell a number is told apart', () => {
  const told = (stood: string, read: string) => way(stood, read).kinds
  assert.deepEqual(told('TKR1748', 'TKR1748'), [])
  assert.deepEqual(told('TKR1048', 'TKRIO48'), ['confused_with_zero'])
  assert.deepEqual(told('TKR1748', 'TKRI748'), ['confused'])
  assert.deepEqual(told('TKR1748', 'TKR1749'), ['substituted'])
  assert.deepEqual(told('TKR1748', 'TKR17X8'), ['substituted_across'])
  assert.deepEqual(told('TKR1748', 'TKR17748'), ['doubled'])
  assert.deepEqual(told('TKR1748', 'TKR17948'), ['added'])
  assert.deepEqual(told('TKR1748', 'TKR178'), ['left_out'])
  assert.deepEqual(told('TKR1748', 'TKR7148'), ['transposed'])
  assert.deepEqual(told('TKR1748', '1748'), ['prefix_missing'])
  assert.deepEqual(told('TKR1748', 'R1748'), ['front_2'])
  assert.deepEqual(told('TKR1748', 'TKR17'), ['back_2'])
  assert.deepEqual(told('TKR1748', 'TXR1749').length, 2)
})

test('lost characters fit any, and a run any number of them', () => {
  for (const read of ['TK?17?8', 'TK*48', '*1748', 'T[KX]R1748'])
    assert.deepEqual([way('TKR1748', read).things, way('TKR1748', read).filled], [0, true], read)
})

const marks = fc.stringMatching(/^[A-C0O1I]{2,3}[0-39]{3,5}$/)

test('the likelier a thing, the less it costs; a way costs what its shares and the rest make of it', () => {
  const costs = costsOf(START_SHARES)
  fc.assert(
    fc.property(marks, marks, (stood, read) => {
      const { bits, fixed, things, again, filled, kinds } = way(stood, read)
      if (bits === Number.POSITIVE_INFINITY) return
      const shared = sharedBits(
        { kinds: Uint8Array.from(kinds, (kind) => KINDS.indexOf(kind)), things, again, filled },
        costs,
        /[0OQ]/.test(stood),
      )
      assert.ok(Math.abs(fixed + shared - bits) < 1e-9)
      assert.ok(bits >= way(stood, stood).bits, 'nothing is likelier than what stands there')
    }),
    { numRuns: 150 },
  )
})

/** Two ways that differ by less are as likely. */
const A_BIT = 1

test('what shows at sight is as likely as anything that the whole grid finds, and what is said to cost too much does', () => {
  const edit = fc.record({
    at: fc.nat({ max: 8 }),
    kind: fc.constantFrom('put', 'insert', 'leave out', 'cut front', 'cut back', 'lose', 'exchange'),
    character: fc.constantFrom(...'01AOI37?'),
  })
  const damaged = (serial: string, { at, kind, character }: { at: number; kind: string; character: string }) => {
    const place = at % serial.length
    const [front, one, rest] = [serial.slice(0, place), serial[place]!, serial.slice(place + 1)]
    if (kind === 'put') return front + character + rest
    if (kind === 'insert') return front + character + one + rest
    if (kind === 'leave out') return front + rest
    if (kind === 'cut front') return serial.slice(at % 4)
    if (kind === 'cut back') return serial.slice(0, serial.length - (at % 4))
    if (kind === 'lose') return `${front}?${rest}`
    return front + rest.slice(0, 1) + one + rest.slice(1)
  }
  fc.assert(
    fc.property(marks, fc.array(edit, { maxLength: 3 }), fc.nat({ max: 40 }), (stood, edits, most) => {
      const read = edits.reduce(damaged, stood)
      fc.pre(read !== stood && read.replaceAll('?', '').length >= 3)
      const { channel, compare } = compared(stood, read)
      const bits = compare()
      const whole = channel.byGrid()
      assert.ok(bits <= whole + A_BIT, `${stood} ${read}: ${bits}, by the grid ${whole}`)
      const bounded = compare(most)
      assert.ok(bounded <= whole + A_BIT || whole > most, `${stood} ${read}: ${bounded} at most ${most}, ${whole}`)
    }),
    { numRuns: 400 },
  )
})
