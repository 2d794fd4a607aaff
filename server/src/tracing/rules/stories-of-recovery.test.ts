import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lifeOf, rulesOf, told, windowsOf } from './told.test-helper.ts'

describe('a recovery alone proves nothing', () => {
  test('an estate’s drawer: undetermined, a window that is possible at most, and inheritance among what is open', () => {
    const life = lifeOf([
      told('registration', '1974-04-01', { place: 'Hallow Cross' }),
      told('surrender', '2021-08-08'),
    ])
    assert.equal(life.status, 'undetermined')
    assert.deepEqual(windowsOf(life), ['1974-04-01 … 2021-08-08 unknown possible'])
    assert.equal(life.diversions[0]!.place, 'Hallow Cross')
    const open = life.diversions[0]!.alternatives.map(({ kind }) => kind)
    assert.equal(open[1], 'inheritance-unregistered', 'the likeliest of what is named, and no answer')
    assert.ok(rulesOf(life).includes('recovery_alone'))
  })

  test('an amnesty: surrendered without any other record', () => {
    const life = lifeOf([told('surrender', '2022-03-03')])
    assert.deepEqual([life.status, windowsOf(life)], ['undetermined', ['null … 2022-03-03 unknown possible']])
    assert.equal(life.lastLawfulCustody, null)
  })

  test('a lapsed licence: the entry’s end proves custody until then', () => {
    const life = lifeOf([told('registration', '2004-01-01', { until: '2014-01-01' }), told('seizure', '2016-05-05')])
    assert.deepEqual(windowsOf(life), ['2014-01-01 … 2016-05-05 overdue-licence possible'])
    const valid = lifeOf([told('registration', '2004-01-01', { until: '2030-01-01' }), told('seizure', '2016-05-05')])
    assert.equal(valid.diversions[0]!.from, '2004-01-01')
  })

  test('with neither illicit evidence nor recovery there is no window', () => {
    const life = lifeOf([told('registration', '2004-01-01'), told('transfer', '2010-01-01')])
    assert.deepEqual([life.status, windowsOf(life)], ['lawful', []])
  })
})

describe('seized twice', () => {
  const first = [told('registration', '2010-01-01'), told('seizure', '2015-02-02', { key: 'A' })]
  const again = told('seizure', '2018-03-03', { key: 'B' })

  test('while the custodian has it by the records: a leak is one explanation beside others', () => {
    const life = lifeOf([...first, again])
    const finding = life.findings.find(({ rule }) => rule === 'recovered_again')
    assert.deepEqual(finding?.oversight, ['seizure/A'])
    const kinds = finding!.alternatives.map(({ kind }) => kind)
    for (const kind of ['custody-leak', 'unrecorded-return', 'unrecorded-auction', 'misreading', 'twin'] as const)
      assert.ok(kinds.includes(kind), kind)
    assert.deepEqual(windowsOf(life), [
      '2010-01-01 … 2015-02-02 unknown possible',
      '2015-02-02 … 2018-03-03 unknown possible',
    ])
  })

  test('after a court returned it, sold or allotted it there is nothing odd', () => {
    for (const release of ['return', 'transfer', 'allocation', 'registration'] as const) {
      const life = lifeOf([...first, told(release, '2016-01-01', { key: 'out' }), again])
      assert.ok(!rulesOf(life).includes('recovered_again'), release)
    }
    const returned = lifeOf([...first, told('return', '2016-01-01')])
    assert.deepEqual([returned.status, windowsOf(returned)], ['lawful', []])
  })

  test('used or offered meanwhile: that speaks of the custodian, and of whoever else reported the recovery', () => {
    const both = [
      told('seizure', '2015-02-02', { source: 'police', kind: 'seizure', key: 'A' }),
      told('seizure', '2015-02-03', { source: 'customs', kind: 'seizure', key: 'B' }),
    ]
    for (const event of ['shooting', 'online-offer'] as const) {
      const life = lifeOf([...both, told(event, '2018-03-03')])
      const finding = life.findings.find(({ rule }) => rule === 'used_in_custody')
      assert.deepEqual(finding?.oversight, ['police/A', 'customs/B'], event)
    }
    const stolen = lifeOf([...both, told('theft', '2018-03-03')])
    assert.ok(stolen.findings.every(({ oversight }) => oversight === null))
    assert.ok(rulesOf(stolen).includes('stolen_state_stock'))
  })

  test('several services report one recovery: it is one, and persons may judge that it was two', () => {
    const reports = [
      told('seizure', '2015-02-02', { source: 'police', kind: 'seizure' }),
      told('seizure', '2015-02-03', { source: 'customs', kind: 'seizure' }),
      told('seizure', '2015-02', { source: 'border police', kind: 'seizure' }),
    ]
    const life = lifeOf(reports)
    assert.deepEqual(
      life.recoveries.map(({ taken, records }) => [taken, records.length]),
      [['assumed', 3]],
    )
    assert.ok(!rulesOf(life).includes('recovered_again'))
    const [police, customs] = reports
    const verdict = { record: police!.record, other: customs!.record, verdict: 'different' } as const
    const judged = lifeOf([police!, customs!], { recoveries: [verdict] })
    assert.equal(judged.recoveries.length, 2)
    assert.ok(rulesOf(judged).includes('recovered_again'))
    const same = lifeOf([...first, again], {
      recoveries: [{ record: 'seizure/A', other: 'seizure/B', verdict: 'same' }],
    })
    assert.deepEqual(
      same.recoveries.map(({ taken }) => taken),
      ['judged'],
    )
    assert.ok(!rulesOf(same).includes('recovered_again'))
  })

  test('two records of one source are two recoveries, but a copy of the same date and place is none', () => {
    const copy = (key: string) => told('seizure', '2015-02-02', { key, place: 'Nim' })
    assert.equal(lifeOf([copy('A'), copy('B')]).recoveries.length, 1)
    assert.equal(lifeOf([copy('A'), told('seizure', '2015-02-03', { key: 'B', place: 'Nim' })]).recoveries.length, 2)
  })
})
