import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { date, editDistance, edits, exact, number } from './comparators.ts'
import { type GenericRecord, linkRecords } from './link-records.ts'

type Field = 'name' | 'town' | 'born'
type Record = GenericRecord<Field>

const TOWNS = ['northfield', 'southport', 'eastham', 'westbury', 'middleton']
const SYLLABLES = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'zu', 'da', 'fe']

/** The same every time, and nothing in it follows from anything else (Numerical Recipes’ generator). */
let state = 1
const below = (limit: number) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * limit)
}
const two = (number: number) => String(number).padStart(2, '0')
const drawn = (century: number): Record => ({
  name: Array.from({ length: 4 }, () => SYLLABLES[below(12)]).join(''),
  town: TOWNS[below(5)]!,
  born: `${century}${two(below(100))}-${two(1 + below(12))}-${two(1 + below(28))}`,
})

const entries: Record[] = Array.from({ length: 600 }, () => drawn(19))
/** Every third entry, some of them with a slip of the pen or without a town. */
const known: Record[] = entries
  .filter((_, at) => at % 3 === 0)
  .map((entry, at) => ({
    name: at % 4 === 0 ? `${entry.name.slice(0, 2)}x${entry.name.slice(3)}` : entry.name,
    town: at % 5 === 0 ? '' : entry.town,
    born: entry.born,
  }))
const strangers: Record[] = Array.from({ length: 100 }, () => drawn(19))

const link = (records: readonly Record[], against: readonly Record[] = entries) =>
  linkRecords<Field>(records, against, {
    fields: { name: edits(2), town: exact, born: date },
    keys: [({ born }) => born || null, ({ name }) => name || null, ({ town, name }) => `${town} ${name.slice(0, 2)}`],
  })

describe('linking records of any kind', () => {
  it('finds what is the same in spite of slips, and gives strangers to nobody', () => {
    const { records, entries: found, probabilities, learned } = link([...known, ...strangers])
    const links = Array.from(records, (record, at) => [record, found[at]!] as const).filter(
      (_, at) => probabilities[at]! >= 0.5,
    )
    const right = links.filter(([record, entry]) => record * 3 === entry).length
    assert.ok(right > 0.97 * known.length, `${right} of ${known.length}`)
    assert.ok(links.length - right <= 2, `${links.length - right} wrong`)
    assert.ok(learned.recorded > 0.55 && learned.recorded < 0.75, String(learned.recorded))
  })

  it('gives each record at most one entry’s worth of probability', () => {
    const { records, probabilities } = link([...known, ...strangers])
    const sums = new Map<number, number>()
    for (const [at, record] of records.entries()) sums.set(record, (sums.get(record) ?? 0) + probabilities[at]!)
    for (const sum of sums.values()) assert.ok(sum <= 1 + 1e-9)
  })

  it('is done at once where there is nothing on either side', () => {
    for (const [records, against] of [
      [[], entries],
      [known, []],
      [[], []],
    ] as const)
      assert.equal(link(records, against).probabilities.length, 0)
  })

  it('takes whatever texts there are', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 })
    const record = fc.record({ name: text, town: text, born: text })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 8 }), fc.array(record, { maxLength: 8 }), (some, others) => {
        for (const probability of link(some, others).probabilities) assert.ok(probability >= 0 && probability <= 1)
      }),
    )
  })
})

describe('comparators', () => {
  const comparators = { exact, date, number, edits: edits(2) }
  const value = fc.oneof(fc.string({ maxLength: 9 }), fc.constantFrom('19751103', '1975-03-11', '12', '12.0', '-4'))

  it('say the same of two values whichever comes first, the first level of the same and none of nothing', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        for (const { levels, levelOf } of Object.values(comparators)) {
          assert.equal(levelOf(a, b), levelOf(b, a))
          assert.equal(levelOf(a, ''), 0)
          if (a !== '') assert.equal(levelOf(a, a), 1)
          assert.ok(levelOf(a, b) <= levels)
        }
      }),
    )
  })

  it('count edits, an exchange of neighbours as one, up to a bound', () => {
    assert.equal(editDistance('smith', 'smiht', 3), 1)
    assert.equal(editDistance('smith', 'smyths', 3), 2)
    assert.equal(editDistance('abcdef', 'uvwxyz', 2), 3)
    assert.equal(edits(2).levelOf('smith', 'smyth'), 2)
    assert.equal(edits(2).levelOf('al', 'bo'), 4)
  })

  it('know days and months that changed places, slips and years', () => {
    assert.equal(date.levelOf('19751103', '19750311'), 2)
    assert.equal(date.levelOf('19751103', '1975-11-08'), 2)
    assert.equal(date.levelOf('19751103', '19750929'), 3)
    assert.equal(date.levelOf('19751103', '19620421'), 4)
  })

  it('know numbers that are close', () => {
    assert.equal(number.levelOf('100', '1e2'), 1)
    assert.equal(number.levelOf('100', '95'), 2)
    assert.equal(number.levelOf('100', '50'), 3)
  })
})
