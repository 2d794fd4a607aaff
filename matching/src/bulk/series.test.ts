import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { START_MODEL } from '../model.ts'
import { twoRolls } from './bulk.test-helper.ts'
import { odditiesOfRun } from './oddities/oddities-of-run.ts'
import { Series } from './series.ts'
import { matchRolls } from './threads/match-rolls.ts'

const PREFIXES = ['VAB', 'WRG', 'XDU', 'YHT', 'AKR', 'CJT', 'EFD', 'FXW', 'HLA', 'JMC', 'KEN', 'MLP']
const ENTRIES = 480
const AGAIN = 36

/** Numbers of twelve series, of which few are taken; the same every time. */
const numbered = (at: number) => {
  const place = Math.floor(at / PREFIXES.length)
  const number = 10_000 + ((place * 1_237) % 4_001)
  return { serial: `${PREFIXES[at % PREFIXES.length]}${number}`, make: 'Taurus', type: 'pistol' }
}
const entries = Array.from({ length: ENTRIES }, (_, at) => numbered(at))
/** A few that stand among the entries, and others of the same series that do not. */
const records = [
  ...Array.from({ length: AGAIN }, (_, at) => entries[at * 13]!),
  ...Array.from({ length: 200 }, (_, at) => numbered(ENTRIES + at)),
]

async function linksOf(series?: boolean) {
  const rolls = twoRolls(records, entries)
  const found = await matchRolls(rolls.records, rolls.entries, rolls.legend, {
    threads: 1,
    background: START_MODEL.mark,
    ...(series === undefined ? {} : { series }),
  })
  const likely = Array.from(found.records).filter((_, at) => found.probabilities[at]! >= 0.5)
  return {
    right: likely.filter((record) => record < AGAIN).length,
    wrong: likely.filter((record) => record >= AGAIN).length,
    odd: odditiesOfRun(found, rolls.records, rolls.entries).map(({ kind }) => kind),
  }
}

describe('numbers that come in series', () => {
  it('are not taken for damaged ones where that is asked for', async () => {
    const { right, wrong, odd } = await linksOf(true)
    assert.ok(wrong < 0.01 * records.length, `${wrong} wrong links`)
    assert.ok(right > 0.8 * AGAIN, `${right} of ${AGAIN}`)
    assert.ok(!odd.includes('numbers_not_kept'))
  })

  it('are found out where nobody says so', async () => {
    assert.deepEqual(await linksOf(), await linksOf(true))
  })

  it('are taken for damaged ones where somebody says that there are none, and the report says so', async () => {
    const { wrong, odd } = await linksOf(false)
    assert.ok(wrong > 0.1 * records.length, `${wrong} wrong links`)
    assert.ok(odd.includes('numbers_not_kept'))
  })

  it('make a number between them likelier than one of its shape far from them', () => {
    const rolls = twoRolls(
      [
        { serial: 'VAB10001', make: 'Taurus' },
        { serial: 'ZWX77123', make: 'Taurus' },
      ],
      entries,
    )
    const series = new Series(rolls.entries, rolls.legend.alphabet.symbols(), () => 1e-9)
    const shares = [0, 1].map((record) => series.shareOf(rolls.records, record, 8 * record, 8 * record + 8))
    assert.ok(shares[0]! > 100 * shares[1]!, shares.join(', '))
  })
})
