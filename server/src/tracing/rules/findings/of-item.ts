import { readBallisticResult } from '@proofmark/domain/ballistic-result'
import type { LifeRecord } from '../life-record.ts'
import { isCraftMade, isNeverMarked, saysAntique, spoiltMark, type Trait, traitsOf } from '../sighting.ts'
import { type Finding, found, identifiers } from './finding.ts'

const showing = (records: readonly LifeRecord[], trait: Trait): LifeRecord[] =>
  records.filter((record) => traitsOf(record).includes(trait))

/** What the marks and the make of the item itself say. */
export function itemFindings(records: readonly LifeRecord[]): Finding[] {
  const spoilt = records.filter((record) => spoiltMark(record) !== null)
  const states = new Set(spoilt.map(spoiltMark))
  const state = states.size > 1 ? 'both' : states.has('altered') ? 'altered' : 'obliterated'
  const leads = records.filter(
    ({ event, reason }) => event === 'ballistic-result' && readBallisticResult(reason) === 'lead',
  )
  return [
    ...found('mark_obliterated', { state }, identifiers(spoilt)),
    ...found('never_marked', {}, identifiers(records.filter(isNeverMarked))),
    ...found('became_illicit_by_conversion', {}, identifiers(showing(records, 'conversion'))),
    ...found('became_illicit_by_reactivation', {}, identifiers(showing(records, 'reactivation'))),
    ...found('ballistic_lead', {}, identifiers(leads)),
    ...antique(records),
  ]
}

function antique(records: readonly LifeRecord[]): Finding[] {
  const old = records.filter((record) => saysAntique(record) === true)
  const young = records.filter((record) => saysAntique(record) === false)
  const year = old[0]?.item.year
  return found(
    'antique_year_to_confirm',
    {
      year: year ? (year.from === year.to ? year.to : `${year.from}–${year.to}`) : 'none',
      agreed: young.length > 0 ? 'no' : 'yes',
    },
    old.length > 0 ? identifiers([...old, ...young]) : [],
  )
}

/** Made by hand or privately, with no record that it was ever in lawful hands. */
export const neverLicitFinding = (records: readonly LifeRecord[]): Finding[] =>
  found('never_licit', {}, identifiers(records.filter(isCraftMade)))
