import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MIX_MAKES } from './makes.ts'
import { makeMixRegister, type RegisterEntry } from './register.ts'

const ENTRIES = 40_000
const register = makeMixRegister(ENTRIES, 11)
const byMake = Map.groupBy(register, ({ make }) => make)
const CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']

function hasNeighbour(serial: string, others: ReadonlySet<string>): boolean {
  return [...serial].some((character, at) => {
    const [before, after] = [serial.slice(0, at), serial.slice(at + 1)]
    const swapped = `${before}${after[0] ?? ''}${character}${after.slice(1)}`
    return (
      others.has(before + after) ||
      (swapped !== serial && others.has(swapped)) ||
      CHARACTERS.some((other) => other !== character && others.has(before + other + after))
    )
  })
}

/** Of the serials that `counted` takes, the share with another firearm of the same make one edit away. */
function shareWithNeighbours(counted: (entry: RegisterEntry) => boolean): number {
  let all = 0
  let near = 0
  for (const entries of byMake.values()) {
    const serials = new Set(entries.map(({ serial }) => serial))
    for (const { serial } of entries.filter(counted)) {
      all++
      if (hasNeighbour(serial, serials)) near++
    }
  }
  return near / all
}

const within = (value: number, least: number, most: number) =>
  assert.ok(value >= least && value <= most, `${value} is not from ${least} to ${most}`)

describe('a register of the mix', () => {
  it('has as many entries as asked for, each with an id of its own', () => {
    assert.equal(new Set(register.map(({ id }) => id)).size, ENTRIES)
  })

  it('is the same from the same seed and another from another', () => {
    assert.deepEqual(makeMixRegister(500, 3), makeMixRegister(500, 3))
    assert.notDeepEqual(makeMixRegister(500, 3), makeMixRegister(500, 4))
  })

  it('refuses a size that is no whole number of at least one', () => {
    for (const size of [0, -1, 1.5, Number.NaN]) assert.throws(() => makeMixRegister(size, 1), /at least 1 entries/)
  })

  it('has no serial twice within a make', () => {
    for (const [make, entries] of byMake)
      assert.equal(new Set(entries.map(({ serial }) => serial)).size, entries.length, make)
  })

  it('has its makes by Zipf’s law', () => {
    const harmonic = MIX_MAKES.reduce((sum, _, position) => sum + 1 / (position + 1), 0)
    for (const position of [0, 1, 2, 4]) {
      const share = byMake.get(MIX_MAKES[position]!.name)!.length / ENTRIES
      within(share * harmonic * (position + 1), 0.75, 1.25)
    }
    assert.ok(byMake.size >= 120)
  })

  it('gives a counted make the shapes that were counted', () => {
    const serials = byMake.get('Taurus')!.map(({ serial }) => serial)
    const share = (shape: RegExp) => serials.filter((serial) => shape.test(serial)).length / serials.length
    // Counted: 50, 13 and 12 of the 90 that have a usual shape.
    within(share(/^[A-Z]{3}\d{5}$/), 0.5, 0.61)
    within(share(/^[A-Z]{2}\d{6}$/), 0.1, 0.19)
    within(share(/^\d{6}$/), 0.09, 0.18)
  })

  it('has for two in five longer serials another firearm of the make one edit away', () => {
    within(
      shareWithNeighbours(({ serial }) => serial.length >= 7 && /[A-Z]/.test(serial)),
      0.35,
      0.46,
    )
  })

  it('has some four of a hundred plain numbers under more than one make', () => {
    const plain = register.filter(({ serial }) => /^\d{5,6}$/.test(serial))
    const makes = Map.groupBy(plain, ({ serial }) => serial)
    within([...makes.values()].filter((entries) => entries.length > 1).length / makes.size, 0.03, 0.056)
  })

  it('registers no firearm before it was made', () => {
    for (const { date, year } of register) {
      assert.match(date, /^\d{4}-\d{2}-\d{2}$/)
      assert.ok(Number(date.slice(0, 4)) >= year)
    }
  })

  it('leaves no field empty', () => {
    for (const entry of register) for (const value of Object.values(entry)) assert.notEqual(value, '')
  })
})
