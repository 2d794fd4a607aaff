import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { chancesFrom } from '../../../server/src/demonstration/random.ts'
import { editsBetween } from './edits-between.ts'
import { type Damage, damaged, damageSerial } from './serial-damage.ts'

const serials = fc
  .stringMatching(/^(?:[A-Z]{0,4}\d{3,9}|\d{2}[A-Z]{2}\d{5}|[A-Z]\d{5}[A-Z])$/)
  .filter((s) => s.length > 4)
const PAIRS = ['0O', '1I', '5S', '8B', '2Z', '6G']
const isConfusion = (a: string, b: string) => PAIRS.some((pair) => a !== b && pair.includes(a) && pair.includes(b))

/** Calls `check` with serials and what became of them by the damage, where it could be done. */
const always = (damage: Damage, check: (serial: string, read: string) => void) =>
  fc.assert(
    fc.property(serials, fc.nat(), (serial, seed) => {
      const read = damaged(serial, damage, chancesFrom(seed))
      if (read !== null) check(serial, read)
    }),
    { numRuns: 500 },
  )

const differing = (serial: string, read: string) => [...serial].filter((character, at) => character !== read[at])

describe('the damage of a serial', () => {
  it('confuses one to three characters with their look-alikes and no other', () => {
    always('confusable', (serial, read) => {
      assert.equal(read.length, serial.length)
      assert.ok(differing(serial, read).length >= 1 && differing(serial, read).length <= 3)
      for (const [at, character] of [...serial].entries())
        assert.ok(read[at] === character || isConfusion(character, read[at]!))
    })
  })

  it('leaves a serial without a confusable character as it is', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { serial, damage } = damageSerial('ACE3479', chancesFrom(seed))
      assert.notEqual(damage, 'confusable')
      assert.equal(serial === 'ACE3479', damage === 'unchanged')
    }
  })

  it('makes one edit that is no confusion', () => {
    always('edit', (serial, read) => {
      assert.equal(editsBetween(serial, read), 1)
      const changed = differing(serial, read)
      if (read.length === serial.length && changed.length === 1)
        assert.ok(!isConfusion(changed[0]!, differing(read, serial)[0]!))
    })
  })

  it('loses one to four characters in their places and leaves three', () => {
    always('lost', (serial, read) => {
      assert.equal(read.length, serial.length)
      const lost = [...read].filter((character) => character === '?').length
      assert.ok(lost >= 1 && lost <= 4 && read.length - lost >= 3)
      assert.equal(editsBetween(serial, read), 0)
    })
  })

  it('drops a beginning or an end and leaves three', () => {
    always('dropped', (serial, read) => {
      assert.ok(read.length >= 3 && read.length < serial.length)
      assert.ok(serial.endsWith(read) || (serial.startsWith(read) && serial.length - read.length <= 2))
    })
  })

  it('writes the same characters in another form', () => {
    always('reformatted', (serial, read) => {
      assert.notEqual(read, serial)
      assert.ok(
        read
          .toUpperCase()
          .replace(/[^A-Z0-9]/g, '')
          .endsWith(serial),
      )
    })
  })

  it('makes two errors of which neither hides the other', () => {
    always('two_errors', (serial, read) => {
      assert.ok(read.replaceAll('?', '').length >= 3)
      assert.ok(editsBetween(serial, read) >= (read.includes('?') ? 1 : 2))
    })
  })

  it('edits in the shares of the mix', () => {
    const counts = { longer: 0, shorter: 0, swapped: 0 }
    const runs = 6000
    const chances = chancesFrom(5)
    for (let run = 0; run < runs; run++) {
      const read = damaged('TKR14739', 'edit', chances)!
      if (read.length > 8) counts.longer++
      else if (read.length < 8) counts.shorter++
      else if (differing('TKR14739', read).length === 2) counts.swapped++
    }
    for (const [count, share] of [
      [counts.longer, 0.18],
      [counts.shorter, 0.22],
      [counts.swapped, 0.18],
    ] as const)
      assert.ok(Math.abs(count / runs - share) < 0.02, `${count / runs} is far from ${share}`)
  })
})

describe('edits between a serial and a reading', () => {
  it('counts each kind of edit as one and a lost character as none', () => {
    for (const [read, edits] of [
      ['AB1234', 0],
      ['AC1234', 1],
      ['ABB1234', 1],
      ['B1234', 1],
      ['BA1234', 1],
      ['A?1234', 0],
      ['BA1243', 2],
      ['', 6],
    ] as const)
      assert.equal(editsBetween('AB1234', read), edits, read)
  })
})
