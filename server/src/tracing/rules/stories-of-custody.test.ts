import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { finding, lifeOf, rulesOf, told, windowsOf } from './told.test-helper.ts'

describe('exports', () => {
  test('a consignment that never arrived, and one that was delivered', () => {
    const sent = told('export', '2015-01-01', { place: 'Port Averne' })
    const diverted = lifeOf([sent, told('seizure', '2018-01-01')])
    assert.deepEqual(windowsOf(diverted), ['2015-01-01 … 2018-01-01 diversion-in-transit possible'])
    assert.equal(diverted.diversions[0]!.place, 'Port Averne')
    assert.ok(rulesOf(diverted).includes('export_without_import'))
    const delivered = lifeOf([sent, told('delivery', '2015-02-01')])
    assert.deepEqual([delivered.status, rulesOf(delivered)], ['lawful', ['last_lawful_custody']])
  })

  test('a re-export that nobody confirmed, and one that was', () => {
    const came = [told('import', '2012-01-01'), told('export', '2014-01-01')]
    const open = lifeOf([...came, told('seizure', '2016-01-01')])
    assert.deepEqual(windowsOf(open), ['2014-01-01 … 2016-01-01 unauthorised-re-export possible'])
    assert.equal(finding(open, 'export_without_import')?.parameters.again, 'yes')
    const confirmed = lifeOf([...came, told('delivery', '2014-03-01')])
    assert.ok(!rulesOf(confirmed).includes('export_without_import'))
  })

  test('a licence and a cancelled balance permit, and put nothing into anybody’s hands', () => {
    const permitted = [
      told('export-licence', '2015-01-01'),
      told('export', '2015-01-01', { rowKind: 'consignment', key: 'balance' }),
    ]
    const life = lifeOf(permitted)
    assert.deepEqual([life.status, life.custody, life.diversions], ['undetermined', [], []])
    const kept = lifeOf([told('manufacture', '2014-01-01'), ...permitted])
    assert.equal(kept.status, 'lawful')
    assert.ok(!rulesOf(kept).includes('export_without_import'))
  })

  test('an export of these weeks is waited for', () => {
    const recent = lifeOf([told('export', '2026-09-01')])
    assert.ok(!rulesOf(recent).includes('export_without_import'))
    assert.equal(recent.status, 'lawful')
    const overdue = lifeOf([told('export', '2025-09-01')])
    assert.ok(rulesOf(overdue).includes('export_without_import'))
    assert.equal(overdue.status, 'undetermined', 'where it is, nobody can say')
  })
})

describe('custody', () => {
  test('a gap in possession lies between an entry that was closed and the next one', () => {
    const life = lifeOf([
      told('registration', '2001-01-01', { key: 'A' }),
      told('deregistration', '2005-01-01'),
      told('registration', '2009-01-01', { key: 'B' }),
    ])
    assert.deepEqual(
      life.gaps.map(({ from, to }) => [from, to]),
      [['2005-01-01', '2009-01-01']],
    )
    assert.ok(rulesOf(life).includes('gap_in_possession'))
    assert.deepEqual(
      life.custody.map(({ custodian, from, to, until }) => [custodian, from, to, until]),
      [
        ['private', '2001-01-01', '2005-01-01', '2009-01-01'],
        ['private', '2009-01-01', '2009-01-01', null],
      ],
    )
  })

  test('one firearm in two registers at once, unless the first entry was closed', () => {
    const north = told('registration', '2001-01-01', { source: 'north', kind: 'register' })
    const south = told('registration', '2006-01-01', { source: 'south', kind: 'register' })
    assert.ok(rulesOf(lifeOf([north, south])).includes('two_places_at_once'))
    const moved = lifeOf([north, told('deregistration', '2005-12-30'), south])
    assert.ok(!rulesOf(moved).includes('two_places_at_once'))
  })

  test('entered in a register while an authority holds it by the records, unless it was returned or sold', () => {
    const seized = told('seizure', '2015-02-02')
    const entered = told('registration', '2017-01-01')
    assert.ok(rulesOf(lifeOf([seized, entered])).includes('two_places_at_once'))
    for (const release of ['return', 'transfer'] as const)
      assert.ok(
        !rulesOf(lifeOf([seized, told(release, '2016-01-01'), entered])).includes('two_places_at_once'),
        release,
      )
  })

  test('holders of one entry follow each other', () => {
    const life = lifeOf([
      told('registration', '2001-01-01', { key: 'L1', entry: 'L1' }),
      told('transfer', '2006-01-01', { source: 'register', kind: 'register', key: 'L1/2', entry: 'L1' }),
    ])
    assert.deepEqual(
      life.custody.map(({ from, until }) => [from, until]),
      [
        ['2001-01-01', '2006-01-01'],
        ['2006-01-01', null],
      ],
    )
    assert.deepEqual(rulesOf(life), ['last_lawful_custody'])
  })
})
