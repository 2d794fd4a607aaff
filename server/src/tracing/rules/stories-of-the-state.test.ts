import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { kindsOf, lifeOf, rulesOf, told, windowsOf } from './told.test-helper.ts'

describe('firearms of the state', () => {
  const stock = told('stocktaking', '2014-01-01', { place: 'Depot 4' })

  test('stolen from stock', () => {
    const life = lifeOf([stock, told('theft', '2015-05-05'), told('seizure', '2016-06-06')])
    assert.deepEqual(windowsOf(life), ['2014-01-01 … 2015-05-05 theft-state-stock documented'])
    assert.ok(rulesOf(life).includes('stolen_state_stock'))
  })

  test('a service pistol seized and examined after a shooting, and back in stock, was diverted by nobody', () => {
    const life = lifeOf([
      stock,
      told('shooting', '2015-05-05'),
      told('seizure', '2015-05-05'),
      told('examination', '2015-05-20'),
      told('stocktaking', '2016-01-01'),
    ])
    assert.deepEqual([life.status, windowsOf(life)], ['lawful', []])
    assert.ok(rulesOf(life).includes('service_weapon'))
    assert.ok(!rulesOf(life).includes('stolen_state_stock'))
  })

  test('not back in stock it is undetermined, and service use stays among the explanations', () => {
    const life = lifeOf([stock, told('seizure', '2015-05-05')])
    assert.equal(life.status, 'undetermined')
    assert.equal(life.diversions[0]!.confidence, 'possible')
    assert.ok(kindsOf(life).includes('service-use'))
  })
})

describe('ballistics', () => {
  const registered = told('registration', '2010-01-01')

  test('a lead moves nothing, a confirmed hit counts at the day of the incident', () => {
    const lead = lifeOf([registered, told('ballistic-result', '2015-05-05', { reason: 'possible match' })])
    assert.deepEqual([lead.status, windowsOf(lead)], ['lawful', []])
    assert.ok(rulesOf(lead).includes('ballistic_lead'))
    const hit = lifeOf([registered, told('ballistic-result', '2015-05-05', { reason: 'confirmed hit' })])
    assert.equal(hit.status, 'illicit')
    assert.deepEqual([hit.diversions[0]!.from, hit.diversions[0]!.to], ['2010-01-01', '2015-05-05'])
    const unknown = lifeOf([registered, told('ballistic-result', '2015-05-05', { reason: 'test-fired' })])
    assert.deepEqual(windowsOf(unknown), [])
  })

  test('a hit that the laboratory dates after the recovery tells of the time before it', () => {
    const life = lifeOf([
      registered,
      told('seizure', '2016-01-01'),
      told('ballistic-result', '2016-04-04', { reason: 'confirmed hit' }),
    ])
    assert.equal(life.diversions.length, 1)
    assert.deepEqual([life.diversions[0]!.to, life.diversions[0]!.confidence], ['2016-01-01', 'probable'])
  })
})
