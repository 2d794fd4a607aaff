import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LEGAL_JUSTIFICATIONS, type LegalJustification } from '@proofmark/contract/recovery-words'
import { traceForm } from '@proofmark/contract/schemas/trace-desk'
import fc from 'fast-check'
import { anyFacts } from '../any-life.test-helper.ts'
import { judgeLife } from '../judge-life.ts'
import type { LifeRecord } from '../life-record.ts'
import { lifeOf, told } from '../told.test-helper.ts'
import { completenessOf } from './completeness.ts'
import { EMPTY_FORM } from './empty-form.ts'
import { formProposals, holdsThroughout, type Provision } from './form-proposals.ts'

const law = (ground: LegalJustification, more: Partial<Provision> = {}): Provision => ({
  id: `${ground}-${more.language ?? 'en'}`,
  ...{ agency: null, ground, language: 'en', provision: `On ${ground}.`, validFrom: null, validTo: null },
  ...more,
})
const LAW = LEGAL_JUSTIFICATIONS.map((ground) => law(ground))

const proposedFor = (
  records: readonly LifeRecord[],
  more: { form?: typeof EMPTY_FORM; provisions?: Provision[] } = {},
) =>
  formProposals({
    ...{ form: EMPTY_FORM, provisions: LAW, ...more },
    record: records.at(-1)!.record,
    records,
    life: lifeOf(records),
  })
const lawsFor = (records: readonly LifeRecord[], provisions: Provision[] = LAW) =>
  proposedFor(records, { provisions })
    .filter(({ need }) => need === 'legal_justification')
    .map(({ because, provision }) => `${provision?.ground} ${because}`)

test('a text of law is proposed by what the recovery states, by what was seen of the firearm, and by nobody who lawfully held it', () => {
  assert.deepEqual(lawsFor([told('seizure', '2024-03-01')]), ['illicit_possession no_holder_on_record'])
  assert.deepEqual(lawsFor([told('seizure', '2024-03-01', { reason: 'Illicit trafficking' })]), [
    'illicit_trafficking ground_stated',
    'illicit_possession no_holder_on_record',
  ])
  assert.deepEqual(lawsFor([told('seizure', '2024-03-01', { serial: 'obliterated' })]), [
    'other_firearm_offence mark_removed',
    'illicit_possession no_holder_on_record',
  ])
  assert.deepEqual(lawsFor([told('find', '2024-03-01')]), ['administrative found'])
  assert.deepEqual(lawsFor([told('surrender', '2024-03-01')]), ['administrative surrendered'])
})

test('where a register lists a holder, possession is proposed only once a record shows that it had left those hands', () => {
  const entry = told('registration', '2015-05-01')
  const seized = told('seizure', '2024-03-01', { link: 'confirmed' })
  assert.deepEqual(lawsFor([entry, seized]), ['illicit_possession seized_from_another'])
  const theft = told('theft', '2020-01-07', { link: 'confirmed' })
  assert.deepEqual(lawsFor([entry, theft, seized]), ['illicit_possession out_of_lawful_hands'])
  assert.deepEqual(
    lawsFor([entry, { ...theft, link: 'working' }, seized]),
    ['illicit_possession seized_from_another'],
    'a model’s link shows nothing',
  )
  const found = told('find', '2024-03-01', { link: 'confirmed' })
  const grounds = proposedFor([entry, theft, found]).filter(({ need }) => need === 'illicit_grounds')
  assert.deepEqual(
    grounds.map(({ put, records }) => [put, records]),
    [['national_law', [theft.record]]],
  )
})

test('a provision is proposed where it held on every day on which the recovery may have been', () => {
  const since = { validFrom: '2010-06-01', validTo: '2020-12-31' }
  assert.ok(holdsThroughout(since, { from: '2010-06-01', to: '2020-12-31' }))
  assert.ok(!holdsThroughout(since, { from: '2010-01-01', to: '2010-12-31' }))
  assert.ok(!holdsThroughout(since, { from: null, to: null }))
  assert.ok(holdsThroughout({ validFrom: null, validTo: null }, { from: null, to: null }))
  const old = law('illicit_possession', { language: 'fr', validTo: '2019-12-31' })
  assert.deepEqual(lawsFor([told('seizure', '2024-03-01')], [old]), [])
})

test('the country is proposed where the maker makes in one state alone, and else by a proof mark of one of its states', () => {
  const countryFor = (make: string, more: Partial<Parameters<typeof told>[2]> = {}) => {
    const record = told('seizure', '2024-03-01', { make, ...more })
    const form = { ...EMPTY_FORM, firearm: { ...EMPTY_FORM.firearm, make } }
    const found = proposedFor([record], { form }).find(({ need }) => need === 'country_of_manufacture')
    return found && `${found.put} ${found.because}`
  }
  assert.equal(countryFor('Astra'), 'ES sole_plant')
  assert.equal(countryFor('Mauser'), 'not recorded country_not_recorded', 'a name of designs tells no state')
  assert.equal(countryFor('Walther'), 'not recorded; DE, FR, US country_not_recorded', 'a maker with plants in several')
  assert.equal(countryFor('nobody knows'), 'not recorded country_not_recorded')
})

test('adopting keeps the form a form, fills what it says it fills, and what was adopted is proposed no more', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const [first] = facts.records
      if (first === undefined) return
      const rest = { record: first.record, records: facts.records, life: judgeLife(facts), provisions: LAW }
      const before = completenessOf(EMPTY_FORM, { foreign: true, home: 'XA' }).missing.map(({ need }) => need)
      for (const proposal of formProposals({ form: EMPTY_FORM, ...rest })) {
        const form = proposal.adopt(EMPTY_FORM)
        assert.ok(traceForm.safeParse(form).success)
        assert.ok(before.includes(proposal.need))
        const { missing } = completenessOf(form, { foreign: true, home: 'XA' })
        assert.ok(!missing.some(({ need }) => need === proposal.need), proposal.id)
        assert.ok(!formProposals({ form, ...rest }).some(({ id }) => id === proposal.id), proposal.id)
      }
    }),
    { numRuns: 60 },
  )
})
