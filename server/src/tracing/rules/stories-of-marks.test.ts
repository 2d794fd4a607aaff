import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lifeOf, rulesOf, told, windowsOf } from './told.test-helper.ts'

describe('marks', () => {
  test('an obliterated mark is illicit evidence, and a second examiner documents it', () => {
    const registered = told('registration', '2010-01-01')
    const seized = told('seizure', '2016-01-01', { serial: 'obliterated' })
    const one = lifeOf([registered, seized])
    assert.deepEqual([one.status, one.diversions[0]!.confidence], ['illicit', 'probable'])
    assert.ok(rulesOf(one).includes('mark_obliterated'))
    const two = lifeOf([registered, seized, told('examination', '2016-02-01', { serial: 'obliterated' })])
    assert.deepEqual([two.diversions.length, two.diversions[0]!.confidence], [1, 'documented'])
    assert.equal(two.diversions[0]!.to, '2016-01-01')
  })

  test('no number found is no number obliterated, and never marked is another fact again', () => {
    const none = lifeOf([told('seizure', '2016-01-01', { serial: 'S/N' })])
    assert.equal(none.status, 'undetermined')
    assert.deepEqual(
      rulesOf(none).filter((rule) => rule === 'mark_obliterated' || rule === 'never_marked'),
      [],
    )
    const never = lifeOf([told('examination', '2016-01-01', { serial: '', key: 'x' }), neverMarked])
    assert.ok(rulesOf(never).includes('never_marked'))
    assert.ok(
      never.diversions.some(({ alternatives }) => alternatives.some(({ kind }) => kind === 'illicit-manufacture')),
    )
  })

  const plain = told('seizure', '2016-01-01')
  const neverMarked = {
    ...plain,
    item: {
      ...plain.item,
      marks: [{ ...plain.item.serial, state: 'never_marked' as const, norm: null, skeleton: null }],
    },
  }
})

describe('made, converted, reactivated, deactivated', () => {
  test('craft-made arms were never licit, and have no diversion', () => {
    const life = lifeOf([told('seizure', '2019-09-09', { make: 'artesanal', type: 'arma artesanal', serial: 'S/N' })])
    assert.deepEqual([life.status, windowsOf(life)], ['never-licit', []])
    assert.ok(rulesOf(life).includes('never_licit'))
  })

  test('a converted alarm pistol became illicit by that; an untouched one did not', () => {
    const sold = told('delivery', '2015-01-01', { type: 'alarm pistol', make: 'Zoraki' })
    const converted = lifeOf([sold, told('seizure', '2017-01-01', { type: 'converted pistol', make: 'Zoraki' })])
    assert.deepEqual(windowsOf(converted), ['2015-01-01 … 2017-01-01 conversion-of-nonlethal probable'])
    assert.equal(converted.status, 'illicit')
    assert.ok(rulesOf(converted).includes('became_illicit_by_conversion'))
    const untouched = lifeOf([sold, told('seizure', '2017-01-01', { type: 'alarm pistol', make: 'Zoraki' })])
    assert.equal(untouched.status, 'undetermined')
    assert.ok(!rulesOf(untouched).includes('became_illicit_by_conversion'))
  })

  test('a reactivated firearm became illicit by that; one met with as deactivated did not', () => {
    const certified = told('deactivation', '2012-01-01')
    const life = lifeOf([certified, told('seizure', '2017-01-01', { type: 'reactivated firearm' })])
    assert.deepEqual(windowsOf(life), ['2012-01-01 … 2017-01-01 reactivation probable'])
    const innocent = lifeOf([certified, told('find', '2017-01-01', { type: 'deactivated firearm' })])
    assert.deepEqual(windowsOf(innocent), [])
    assert.ok(!rulesOf(innocent).includes('deactivated_yet_seen'))
    const unsaid = lifeOf([certified, told('seizure', '2017-01-01')])
    const finding = unsaid.findings.find(({ rule }) => rule === 'deactivated_yet_seen')
    assert.ok(finding!.alternatives.some(({ kind }) => kind === 'wrong-certificate-number'))
    assert.equal(unsaid.diversions[0]!.confidence, 'possible')
  })

  test('destroyed on record yet seen again: perhaps by a wrong number on the certificate', () => {
    const gone = [told('seizure', '2012-01-01'), told('destruction', '2013-01-01')]
    assert.ok(!rulesOf(lifeOf(gone)).includes('destroyed_yet_seen'))
    const life = lifeOf([...gone, told('seizure', '2017-01-01', { key: 'again' })])
    const finding = life.findings.find(({ rule }) => rule === 'destroyed_yet_seen')
    assert.ok(finding!.alternatives.some(({ kind }) => kind === 'wrong-certificate-number'))
    assert.deepEqual(finding!.oversight, ['destruction/destruction 2013-01-01'])
    assert.ok(!rulesOf(life).includes('recovered_again'))
  })

  test('an antique is excluded, with its year to confirm; a year in dispute excludes nothing', () => {
    const old = told('seizure', '2019-01-01', { year: '1889' })
    const life = lifeOf([old])
    assert.deepEqual([life.status, windowsOf(life)], ['excluded', []])
    assert.ok(rulesOf(life).includes('antique_year_to_confirm'))
    const disputed = lifeOf([old, told('registration', '1990-01-01', { year: '1921' })])
    assert.equal(disputed.status, 'undetermined')
    assert.ok(rulesOf(disputed).includes('antique_year_to_confirm'))
    assert.ok(rulesOf(disputed).includes('contradictory_records'))
  })
})
