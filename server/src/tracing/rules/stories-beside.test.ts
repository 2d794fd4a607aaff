import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lifeOf, rulesOf, told, windowsOf } from './told.test-helper.ts'

describe('what stands beside', () => {
  test('a slide on another firearm is found elsewhere, and the firearm itself stays wanted', () => {
    const life = lifeOf([told('registration', '2010-01-01'), told('theft', '2012-01-01')], {
      components: [{ record: 'other', part: 'slide', direction: 'bears', judged: 'confirmed' }],
    })
    const finding = life.findings.find(({ rule }) => rule === 'component_elsewhere')
    assert.deepEqual([finding?.records, finding?.working], [['other'], false])
    assert.equal(life.diversions[0]!.confidence, 'probable')
  })

  test('a lot of ammunition has a life of its own, and no marks or makes that would make it illicit', () => {
    const box = told('seizure', '2019-09-09', { rowKind: 'ammunition-lot', serial: 'obliterated', type: 'ammunition' })
    const life = lifeOf([box], { lot: [box.record, 'box 2'] })
    assert.deepEqual([life.status, windowsOf(life)], ['undetermined', ['null … 2019-09-09 unknown possible']])
    assert.deepEqual(life.findings.find(({ rule }) => rule === 'same_lot')?.records, ['box 2'])
  })

  test('a lot, a double entry and open candidates are named and judged by nobody here', () => {
    const life = lifeOf([told('registration', '2010-01-01', { key: 'A' })], {
      lot: ['box 1', 'box 2'],
      listedTwice: [{ record: 'register/A', other: 'register/B' }],
      undecided: [{ record: 'maybe', probability: 0.6 }],
    })
    assert.deepEqual(
      rulesOf(life).filter((rule) => rule !== 'last_lawful_custody'),
      ['listed_twice', 'same_lot', 'undecided_records'],
    )
    assert.equal(life.status, 'lawful')
  })
})

describe('contradictions are shown, not smoothed', () => {
  const contradictions = (life: ReturnType<typeof lifeOf>) => life.contradictions.map(({ field }) => field)

  test('another make, calibre or type under one number', () => {
    const life = lifeOf([
      told('registration', '2010-01-01'),
      told('seizure', '2015-01-01', { make: 'Taurus', model: '', calibre: '12/70', type: 'shotgun' }),
    ])
    assert.deepEqual(contradictions(life), ['make', 'calibre', 'type'])
    const finding = life.findings.find(
      ({ rule, parameters }) => rule === 'contradictory_records' && parameters.field === 'make',
    )
    assert.deepEqual(finding?.records, ['register/registration 2010-01-01', 'seizure/seizure 2015-01-01'])
    assert.deepEqual([finding?.parameters.one, finding?.parameters.other], ['Glock', 'Taurus'])
  })

  test('a broader word or another name for the same is none, nor is an importer written as maker', () => {
    const life = lifeOf([
      told('registration', '2010-01-01'),
      told('seizure', '2015-01-01', { type: 'handgun', calibre: '9mm', make: 'Century Arms' }),
    ])
    assert.deepEqual(contradictions(life), [])
  })

  test('dates that cannot be: an end before the beginning, told before it happened, owned before it was made', () => {
    const life = lifeOf([
      told('registration', '1995-01-01', { until: '1990-01-01', year: '2001' }),
      told('theft', '2015-05-05', { reported: '2014-01-01' }),
    ])
    assert.deepEqual(contradictions(life).sort(), ['making', 'reported', 'until'])
    assert.deepEqual(windowsOf(life), ['1995-01-01 … 2015-05-05 theft-private probable'])
  })
})
