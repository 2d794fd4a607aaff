import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { anyFacts } from './any-life.test-helper.ts'
import type { LifeRecord } from './life-record.ts'
import { type SupplyLine, supplyLine } from './supply-line.ts'
import { told } from './told.test-helper.ts'

const lineOf = (...records: readonly LifeRecord[]): SupplyLine =>
  supplyLine({
    ...{ records, components: [], lot: [], undecided: [], listedTwice: [], recoveries: [] },
    today: '2026-11-01',
  })
const saidOf = ({ acts }: SupplyLine) =>
  acts.map(({ kind, days, mark }) => [kind, days.from, mark].filter((each) => each !== null).join(' '))

const seized = told('seizure', '2020-05-05')

describe('the line of supply', () => {
  test('the latest before the recovery stands first and is named as the last; licences permit and are never it', () => {
    const line = lineOf(
      told('import-licence', '2017-09-01'),
      told('import', '2017-11-14'),
      told('delivery', '2018-02-05'),
      told('transfer', '2018-04-17'),
      told('manufacture', '2016'),
      seized,
    )
    assert.deepEqual(saidOf(line), [
      'sold 2018-04-17 last',
      'delivered 2018-02-05',
      'imported 2017-11-14',
      'import_licensed 2017-09-01',
      'made 2016-01-01',
    ])
    assert.deepEqual(line.acts[0]!.recovered, { from: '2020-05-05', to: '2020-05-05' })
  })

  test('a theft between supply and recovery is said apart, and the supply before it is the last on record', () => {
    const line = lineOf(told('transfer', '2018-04-17'), told('theft', '2019-02-11'), seized)
    assert.deepEqual(saidOf(line), ['stolen 2019-02-11', 'sold 2018-04-17 last'])
  })

  test('of two ledgers that sold it on one day either may be the last, and neither is named as it', () => {
    const line = lineOf(
      told('transfer', '2018-04-17', { source: 'one ledger' }),
      told('transfer', '2018-04-17', { source: 'another ledger' }),
      told('delivery', '2018-02-05'),
      seized,
    )
    assert.deepEqual(saidOf(line), [
      'sold 2018-04-17 may_be_last',
      'sold 2018-04-17 may_be_last',
      'delivered 2018-02-05',
    ])
  })

  test('a sale of the year of the recovery may have come before it or after: it may be the last, as may the one before', () => {
    assert.deepEqual(saidOf(lineOf(told('transfer', '2020'), told('delivery', '2018-02-05'), seized)), [
      'sold 2020-01-01 may_be_last',
      'delivered 2018-02-05 may_be_last',
    ])
    // Where it came in and was delivered on one day, delivery comes after in the usual course of things.
    assert.deepEqual(saidOf(lineOf(told('import', '2018-02-05'), told('delivery', '2018-02-05'), seized)), [
      'delivered 2018-02-05 last',
      'imported 2018-02-05',
    ])
  })

  test('without a recovery on record the latest is named as no more than that', () => {
    assert.deepEqual(saidOf(lineOf(told('transfer', '2018-04-17'), told('import', '2017-11-14'))), [
      'sold 2018-04-17 latest',
      'imported 2017-11-14',
    ])
  })

  test('a firearm that was recovered, given back and recovered again has a last supply before each', () => {
    const again = told('find', '2023-01-01')
    assert.deepEqual(saidOf(lineOf(told('transfer', '2018-04-17'), seized, told('return', '2021-01-01'), again)), [
      'returned 2021-01-01 last',
      'sold 2018-04-17 last',
    ])
    // What came after the last recovery stands behind what came before it.
    assert.deepEqual(saidOf(lineOf(told('transfer', '2018-04-17'), seized, told('allocation', '2021-01-01'))), [
      'sold 2018-04-17 last',
      'issued 2021-01-01',
    ])
  })

  test('what a model alone joined to the firearm does not take the place of what persons joined: either may be the last', () => {
    const line = lineOf(
      told('transfer', '2019-04-17', { link: 'working' }),
      told('delivery', '2018-02-05', { link: 'confirmed' }),
      told('import', '2017-02-05', { link: 'working' }),
      seized,
    )
    assert.deepEqual(saidOf(line), [
      'sold 2019-04-17 may_be_last',
      'delivered 2018-02-05 may_be_last',
      'imported 2017-02-05',
    ])
  })

  test('a register says where it was held: no supply, and the last lawful hands', () => {
    const line = lineOf(told('registration', '2014-06-10', { place: 'Lower Tarn' }), seized)
    assert.deepEqual(saidOf(line), ['registered 2014-06-10'])
    const { custodian, place } = line.lastHands!
    assert.deepEqual([custodian, place], ['private', 'Lower Tarn'])
    assert.equal(lineOf(seized).lastHands, null)
  })

  test('whatever the records, in whatever order they come, the last supply is before its recovery and no other surely between', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const line = supplyLine(facts)
        assert.deepEqual(supplyLine({ ...facts, records: [...facts.records].reverse() }), line)
        for (const { mark, recovered, days } of line.acts) {
          assert.equal(mark === 'last' || mark === 'may_be_last', recovered !== null)
          if (mark !== 'last' || days.to === null || recovered?.from == null) continue
          assert.ok(days.to < recovered.from)
        }
      }),
    )
  })
})
