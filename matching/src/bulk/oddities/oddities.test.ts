import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { entryOf, twoRolls } from '../bulk.test-helper.ts'
import { NO_DAY } from '../fields.ts'
import { Legend, type Roll, rollOf } from '../roll.ts'
import { odditiesBetween } from './oddities-between.ts'
import { odditiesOfRoll, repeatedIdentifiers } from './oddities-of-roll.ts'
import { odditiesOfRun } from './oddities-of-run.ts'
import type { Oddity } from './oddity.ts'
import { yearOf } from './year-of.ts'

type Row = Parameters<typeof entryOf>[0]

const rollOfRows = (rows: readonly Row[]): Roll => rollOf(rows.map(entryOf), new Legend())
const oddOf = (rows: readonly Row[]) => odditiesOfRoll(rollOfRows(rows))
const kindsOf = (odd: readonly Oddity[]) => odd.map(({ kind }) => kind)

/** Rows in which nothing is odd; numbers of several makers, none twice, over twenty years. */
const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    serial: at % 7 < 4 ? `TK${10_000 + ((at * 7_919) % 89_999)}` : `${300_001 + at * 7}`,
    make: ['Taurus', 'Glock', 'Rossi'][at % 3]!,
    model: ['PT92', 'G17', 'M88'][at % 3]!,
    calibre: '9x19mm',
    type: 'pistol',
    country: 'BR',
    date: `${2000 + (at % 20)}-0${1 + (at % 9)}-15`,
  }))

describe('what is odd about a roll', () => {
  it('is nothing where records are as they should be', () => assert.deepEqual(oddOf(rows(2_000)), []))

  it('is that it is empty', () => assert.deepEqual(oddOf([]), [{ kind: 'no_records' }]))

  it('is hardly anything for one entry', () => assert.deepEqual(oddOf(rows(1)), []))

  it('is that many records bear one number, and which record is the first of them', () => {
    const [odd] = oddOf(rows(1_000).map((row, at) => (at % 10 === 3 ? { ...row, serial: '123456' } : row)))
    assert.deepEqual(odd, { kind: 'common_mark', marks: 1, first: 3, count: 100, share: 0.1 })
  })

  it('is that the numbers are those of cases', () => {
    const [odd, ...rest] = oddOf(
      rows(1_000).map((row, at) => ({ ...row, serial: `${1_000 + at}/${row.date!.slice(0, 4)}` })),
    )
    assert.deepEqual(odd, { kind: 'case_numbers', count: 1_000, share: 1 })
    assert.deepEqual(rest, [])
  })

  it('is that numbers look otherwise from a year on', () => {
    const odd = oddOf(
      rows(2_000).map((row, at) =>
        row.date! < '2015' ? row : { ...row, serial: `BRX${String(900_000_001 + at * 13)}` },
      ),
    )
    assert.deepEqual(odd, [{ kind: 'format_changed', year: 2015, count: 500, share: 1 }])
  })

  it('is that no record states its make, and that no table knows any model', () => {
    const odd = oddOf(rows(500).map(({ make: _, ...row }, at) => ({ ...row, model: `Qwzx ${at % 40}` })))
    assert.deepEqual(odd, [
      { kind: 'field_missing', field: 'make', count: 500, share: 1 },
      { kind: 'field_unread', field: 'model', count: 500, share: 1 },
    ])
  })

  it('is that numbers are longer than anybody numbers, which take no part', () => {
    const odd = oddOf([{ serial: 'A1'.repeat(16) }, { serial: `${'A1'.repeat(16)}7` }])
    assert.deepEqual(odd, [{ kind: 'long_marks', count: 1, share: 0.5 }])
  })

  it('is that hardly any record bears a number', () => {
    assert.ok(kindsOf(oddOf(rows(100).map((row) => ({ ...row, serial: 'S/N' })))).includes('no_marks'))
  })

  it('is that records stand there twice', () => {
    assert.deepEqual(oddOf([...rows(400), ...rows(40)]), [{ kind: 'repeated_records', count: 40, share: 40 / 440 }])
  })

  it('does not depend on the order of the records', () => {
    const all = rows(300).map((row, at) => (at % 5 === 0 ? { ...row, serial: '999999' } : row))
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        const withoutPlace = (odd: readonly Oddity[]) => odd.map((each) => ({ ...each, first: 0 }))
        assert.deepEqual(withoutPlace(oddOf(shuffled)), withoutPlace(oddOf(all)))
      }),
      { numRuns: 5 },
    )
  })
})

describe('what is odd about two rolls', () => {
  it('is that one source stands on both under two names', () => {
    const { records, entries } = twoRolls(rows(300), [...rows(2_000)].reverse())
    assert.deepEqual(odditiesBetween(records, entries), [{ kind: 'same_source', count: 300, share: 1 }])
    assert.deepEqual(odditiesBetween(entries, records), odditiesBetween(records, entries))
  })

  it('is nothing where the same firearms are recorded on other days, or records bear no number', () => {
    const later = rows(300).map((row) => ({ ...row, date: '2024-03-01' }))
    const { records, entries } = twoRolls(later, rows(2_000))
    assert.deepEqual(odditiesBetween(records, entries), [])
    const bare = Array.from({ length: 100 }, () => ({ serial: 'RASPADO', make: 'Taurus' }))
    const without = twoRolls(bare, bare)
    assert.deepEqual(odditiesBetween(without.records, without.entries), [])
  })
})

describe('what is odd about a run', () => {
  const { records, entries } = twoRolls(rows(40), rows(60))
  const foundPairs = (pairs: readonly (readonly [record: number, entry: number, probability: number])[], cut = 0) => ({
    records: Uint32Array.from(pairs, ([record]) => record),
    entries: Uint32Array.from(pairs, ([, entry]) => entry),
    probabilities: Float64Array.from(pairs, ([, , probability]) => probability),
    cut,
  })
  const oneToOne = Array.from({ length: 40 }, (_, at) => [at, at, 0.99] as const)

  it('is nothing where each record has one entry', () =>
    assert.deepEqual(odditiesOfRun(foundPairs(oneToOne), records, entries), []))

  it('is that look-ups were cut short, that an entry is crowded, and that some records cannot be decided', () => {
    const pairs = [
      ...oneToOne.slice(0, 20).map(([record]) => [record, 7, 0.9] as const),
      ...oneToOne.slice(20).flatMap(([record]) => [[record, 1, 0.48] as const, [record, 2, 0.48] as const]),
    ]
    assert.deepEqual(odditiesOfRun(foundPairs(pairs, 4), records, entries), [
      { kind: 'cut_short', count: 4, share: 0.1 },
      { kind: 'crowded_entries', entry: 7, records: 20, count: 1, share: 1 / 60 },
      { kind: 'undecidable', count: 20, share: 0.5 },
    ])
  })

  it('is that nothing was found at all', () =>
    assert.deepEqual(odditiesOfRun(foundPairs([]), records, entries), [{ kind: 'nothing_found', count: 40, share: 1 }]))
})

it('identifiers given twice are counted', () => {
  assert.deepEqual(repeatedIdentifiers(['a', 'b', 'a', 'a']), [{ kind: 'repeated_identifiers', count: 2, share: 0.5 }])
  assert.deepEqual(repeatedIdentifiers(['a', 'b']), [])
})

it('the year of a day is that of the calendar', () => {
  assert.equal(yearOf(NO_DAY), null)
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) =>
      assert.equal(yearOf(day), new Date(day * 86_400_000).getUTCFullYear()),
    ),
  )
})
