import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { START_MODEL } from '../../model.ts'
import { twoRolls } from '../bulk.test-helper.ts'
import { odditiesBetween } from '../oddities/oddities-between.ts'
import { odditiesOfRoll } from '../oddities/oddities-of-roll.ts'
import { odditiesOfRun } from '../oddities/oddities-of-run.ts'
import { matchRolls } from './match-rolls.ts'

type Row = Parameters<typeof twoRolls>[0][number]

/** A run to its end, with what is odd about it and its likeliest entry of each record. */
async function run(records: readonly Row[], entries: readonly Row[]) {
  const rolls = twoRolls(records, entries)
  const found = await matchRolls(rolls.records, rolls.entries, rolls.legend, {
    threads: 1,
    background: START_MODEL.mark,
  })
  const sums = new Float64Array(records.length)
  const best = new Map<number, { readonly entry: number; readonly probability: number }>()
  for (const [at, record] of found.records.entries()) {
    const probability = found.probabilities[at]!
    assert.ok(probability >= 0 && probability <= 1, `a probability of ${probability}`)
    sums[record]! += probability
    if (probability > (best.get(record)?.probability ?? 0)) best.set(record, { entry: found.entries[at]!, probability })
  }
  for (const sum of sums) assert.ok(sum <= 1 + 1e-9, `a record has entries worth ${sum}`)
  const odd = [
    ...odditiesOfRoll(rolls.entries),
    ...odditiesBetween(rolls.records, rolls.entries),
    ...odditiesOfRun(found, rolls.records, rolls.entries),
  ].map(({ kind }) => kind)
  return { best, odd: new Set(odd) }
}

const register = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    serial: `${'ACDEFHJKMNPR'[at % 12]}${'TUVWXY'[(at * 5) % 6]}${10_000 + ((at * 7_919) % 89_999)}`,
    make: ['Taurus', 'Glock', 'Rossi', 'Beretta'][at % 4]!,
    calibre: '9x19mm',
    type: 'pistol',
    date: `${2005 + (at % 15)}-03-1${at % 10}`,
  }))

const ENTRIES = register(600)
const AGAIN = ENTRIES.filter((_, at) => at % 4 === 0).map((row) => ({ ...row, date: '2023-06-01' }))

describe('a run over bad input ends, stays within bounds and says what was odd', () => {
  it('where thousands of firearms bear one number', async () => {
    const same = Array.from({ length: 5_000 }, () => ({ serial: '123456', make: 'Taurus' }))
    const { best, odd } = await run([...AGAIN, { serial: '123456', make: 'Taurus' }], [...ENTRIES, ...same])
    assert.ok((best.get(AGAIN.length)?.probability ?? 0) < 0.1)
    assert.ok(best.get(3)!.entry === 12 && best.get(3)!.probability > 0.9, 'others are found nevertheless')
    assert.ok(odd.has('common_mark') && odd.has('cut_short') && odd.has('undecidable'))
  })

  it('where one source is imported under two names', async () => {
    const { best, odd } = await run(ENTRIES, ENTRIES)
    assert.ok(odd.has('same_source'))
    for (const [record, { entry }] of best) assert.equal(entry, record)
    assert.equal(best.size, ENTRIES.length)
  })

  it('where the field of the number holds the number of a case', async () => {
    const cases = ENTRIES.map((row, at) => ({ ...row, serial: `${1_000 + at}/${row.date!.slice(0, 4)}` }))
    const { odd } = await run(AGAIN, cases)
    assert.ok(odd.has('case_numbers'))
  })

  it('where no make is stated anywhere, and a register changed how it numbers', async () => {
    const bare = ENTRIES.map(({ make: _, ...row }) => ({
      ...row,
      serial: row.date! < '2015' ? row.serial! : `BR${row.serial!.slice(2)}77X`,
    }))
    const records = bare.filter((_, at) => at % 4 === 0).map((row) => ({ ...row, date: '2023-06-01' }))
    const { best, odd } = await run(records, bare)
    assert.ok(odd.has('field_missing') && odd.has('format_changed'))
    const right = [...best].filter(([record, { entry, probability }]) => entry === record * 4 && probability > 0.5)
    assert.ok(right.length > 0.9 * records.length, `${right.length} of ${records.length}`)
  })

  it('where numbers are as long as may be, and longer', async () => {
    const long = (length: number) => ({ serial: `${'K7M2'.repeat(16)}`.slice(0, length), make: 'Taurus' })
    const { best, odd } = await run([long(32), long(33)], [...ENTRIES, long(32), long(33)])
    assert.equal(best.get(0)?.entry, ENTRIES.length)
    assert.equal(best.get(1), undefined)
    assert.ok(odd.has('long_marks'))
  })

  it('where fields hold halves of characters, marks of direction, and anything else', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.integer({ min: 0xd800, max: 0xdfff }), { maxLength: 6 })
        .map((codes) => String.fromCharCode(...codes)),
      fc.string({
        unit: fc.constantFrom('?', '*', '[', ']', '8', 'B', '-', '\u202e', '\u0000', '٣', 'Ж'),
        maxLength: 40,
      }),
    )
    const row = fc.record({
      serial: text,
      make: text,
      model: text,
      calibre: text,
      type: text,
      country: text,
      year: text,
    })
    const rows = fc.sample(row, { numRuns: 150, seed: 26 })
    const { best } = await run([...rows, ...AGAIN], [...rows, ...ENTRIES])
    assert.equal(best.get(rows.length + 3)?.entry, rows.length + 12)
  })

  it('where a roll is empty, or has one entry, or every entry twice', async () => {
    assert.ok((await run(AGAIN, [])).odd.has('no_records'))
    assert.equal((await run([], ENTRIES)).best.size, 0)
    assert.equal((await run(AGAIN.slice(3, 4), ENTRIES.slice(12, 13))).best.get(0)?.entry, 0)
    const { best, odd } = await run(AGAIN, [...ENTRIES, ...ENTRIES])
    assert.ok(odd.has('repeated_records') && odd.has('undecidable'))
    for (const { probability } of best.values()) assert.ok(probability <= 0.5)
  })
})
