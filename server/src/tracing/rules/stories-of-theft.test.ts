import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { finding, kindsOf, lifeOf, rulesOf, told, windowsOf } from './told.test-helper.ts'

describe('theft', () => {
  const registered = told('registration', '2011-05-01', { place: 'Vard' })

  test('a theft report alone is probable, and a later recovery by another source documents it', () => {
    const theft = told('theft', '2015-03-02', { reported: '2015-03-03', place: 'Ostrel' })
    const alone = lifeOf([registered, theft])
    assert.deepEqual(windowsOf(alone), ['2011-05-01 … 2015-03-02 theft-private probable'])
    assert.equal(alone.status, 'illicit')
    assert.equal(alone.diversions[0]!.place, 'Ostrel')
    const found = lifeOf([registered, theft, told('seizure', '2018-06-10', { place: 'Nim' })])
    assert.deepEqual(windowsOf(found), ['2011-05-01 … 2015-03-02 theft-private documented'])
    assert.deepEqual(found.diversions[0]!.records, [
      'register/registration 2011-05-01',
      'loss-theft/theft 2015-03-02',
      'seizure/seizure 2018-06-10',
    ])
    assert.equal(found.status, 'illicit')
  })

  test('of partial dates a window takes the first day of custody and the last day of the theft', () => {
    const life = lifeOf([told('registration', '2011'), told('theft', '2015-03')])
    assert.deepEqual(windowsOf(life), ['2011-01-01 … 2015-03-31 theft-private probable'])
  })

  test('a theft without a day happened by the day on which it was told', () => {
    const life = lifeOf([registered, told('theft', '', { reported: '2015-03-03' })])
    assert.deepEqual(windowsOf(life), ['2011-05-01 … 2015-03-03 theft-private probable'])
  })

  test('a report that came after the recovery cannot put the theft behind it', () => {
    const life = lifeOf([registered, told('theft', '', { reported: '2018-07-01' }), told('seizure', '2018-06-10')])
    assert.equal(life.diversions[0]!.to, '2018-06-10')
  })

  test('a list that does not tell loss from theft leaves both open', () => {
    const life = lifeOf([registered, told('loss-or-theft', '2015-03-02')])
    assert.deepEqual(kindsOf(life), ['theft-private', 'loss', 'straw-purchase'])
  })

  test('what was stolen, returned and stolen again has two windows, and is lawful in between', () => {
    const first = [registered, told('theft', '2012-02-02'), told('seizure', '2013-03-03'), told('return', '2013-09-09')]
    const returned = lifeOf(first)
    assert.equal(returned.status, 'lawful')
    assert.deepEqual(windowsOf(returned), ['2011-05-01 … 2012-02-02 theft-private documented'])
    const again = lifeOf([...first, told('theft', '2019-01-01')])
    assert.equal(again.status, 'illicit')
    assert.deepEqual(windowsOf(again), [
      '2011-05-01 … 2012-02-02 theft-private documented',
      '2013-09-09 … 2019-01-01 theft-private probable',
    ])
  })

  test('a firearm that was stolen before it was sold was sold stolen; one sold before was not', () => {
    const sold = lifeOf([registered, told('theft', '2015-03-02'), told('transfer', '2016-01-01')])
    assert.ok(rulesOf(sold).includes('stolen_before_sold'))
    assert.equal(sold.status, 'illicit')
    const innocent = lifeOf([registered, told('theft', '2016'), told('transfer', '2016-01-01')])
    assert.ok(!rulesOf(innocent).includes('stolen_before_sold'))
  })

  test('a firearm that is registered again after its theft is named, unless it was recovered before', () => {
    const theft = told('theft', '2015-03-02')
    const later = told('registration', '2017-01-01', { key: 'later' })
    assert.ok(rulesOf(lifeOf([registered, theft, later])).includes('registered_after_theft'))
    const recovered = lifeOf([registered, theft, told('find', '2016-01-01'), later])
    assert.ok(!rulesOf(recovered).includes('registered_after_theft'))
    assert.equal(recovered.status, 'lawful')
  })

  test('a dealer is robbed of stock; what was delivered and never stolen has no window', () => {
    const stolen = lifeOf([told('delivery', '2014-01-01'), told('theft', '2014-06-01'), told('seizure', '2016-01-01')])
    assert.deepEqual(windowsOf(stolen), ['2014-01-01 … 2014-06-01 theft-dealer documented'])
    assert.ok(kindsOf(stolen).includes('corrupt-dealer'))
    const honest = lifeOf([told('delivery', '2014-01-01'), told('registration', '2014-06-01')])
    assert.deepEqual([honest.status, windowsOf(honest)], ['lawful', []])
  })
})

describe('a theft that is told late', () => {
  const bought = told('registration', '2017-02-01')

  test('told only when the firearm had been found: late, perhaps a straw purchase, and not borne out by the finding', () => {
    const life = lifeOf([
      bought,
      told('theft', '2017-05-01', { reported: '2018-03-01' }),
      told('seizure', '2018-01-10'),
    ])
    const late = finding(life, 'theft_reported_late')
    assert.deepEqual(
      late?.alternatives.map(({ kind }) => kind),
      ['late-report', 'straw-purchase'],
    )
    assert.equal(life.diversions[0]!.confidence, 'probable')
    assert.ok(rulesOf(life).includes('short_time_to_crime'))
  })

  test('told within days it is neither late nor a short time to crime', () => {
    const life = lifeOf([
      bought,
      told('theft', '2017-05-01', { reported: '2017-05-03' }),
      told('seizure', '2018-01-10'),
    ])
    assert.deepEqual(
      rulesOf(life).filter((rule) => rule === 'theft_reported_late' || rule === 'short_time_to_crime'),
      [],
    )
  })

  test('a suspected straw purchase: seized within a year, never reported stolen', () => {
    const life = lifeOf([bought, told('seizure', '2017-11-01')])
    assert.deepEqual(windowsOf(life), ['2017-02-01 … 2017-11-01 straw-purchase possible'])
    assert.equal(life.status, 'undetermined')
    const short = finding(life, 'short_time_to_crime')
    assert.equal(short?.parameters.end, 'recovery')
    assert.equal(short?.parameters.strength, 'striking')
    assert.ok(kindsOf(life).includes('with-its-holder'))
  })

  test('seized many years after its sale there is no such suspicion', () => {
    const life = lifeOf([told('registration', '1999-02-01'), told('seizure', '2017-11-01')])
    assert.equal(life.diversions[0]!.kind, 'unknown')
    assert.ok(!rulesOf(life).includes('short_time_to_crime'))
    assert.ok(rulesOf(life).includes('window_over_five_years'))
  })
})
