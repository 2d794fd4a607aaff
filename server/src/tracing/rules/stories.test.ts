import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lifeOf, rulesOf, told, windowsOf } from './told.test-helper.ts'

const kindsOf = (life: ReturnType<typeof lifeOf>, at = 0): string[] =>
  life.diversions[at]!.alternatives.map(({ kind }) => kind)
const finding = (life: ReturnType<typeof lifeOf>, rule: string) => life.findings.find((each) => each.rule === rule)

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
