import { LEGAL_JUSTIFICATIONS, type LegalJustification } from '@proofmark/contract/recovery-words'
import type { ProposedBecause } from '@proofmark/contract/trace-words'
import type { Life } from '../judge-life.ts'
import type { LifeRecord } from '../life-record.ts'
import { fromRecoveryOf, rulesFound, trusted } from './known-records.ts'

/** A ground on which a recovered firearm is illicit, why its records speak for it, and which do. */
export interface SpokenGround {
  readonly ground: LegalJustification
  readonly because: ProposedBecause
  readonly records: readonly string[]
}

type Judged = Pick<Life, 'status' | 'findings' | 'custody' | 'diversions'>

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
const STATED = new Map<string, LegalJustification>([
  ...LEGAL_JUSTIFICATIONS.map((code) => [folded(code), code] as const),
  ['unlawful possession', 'illicit_possession'],
  ['illegal possession', 'illicit_possession'],
  ['possession', 'illicit_possession'],
  ['trafficking', 'illicit_trafficking'],
  ['amnesty', 'administrative'],
])

/** The records, joined to it by persons, by which the firearm had left lawful hands before it was recovered. */
export function leftBefore(record: string, known: readonly LifeRecord[], life: Pick<Judged, 'diversions'>): string[] {
  const recovered = fromRecoveryOf(record, known)
  if (recovered === undefined) return []
  const sure = new Set(known.map(({ record }) => record))
  const shown = life.diversions.filter(({ window }) => window.shown && window.evidence.length > 0)
  const told = shown.flatMap(({ window }) => window.evidence.flatMap(({ records }) => records))
  const before = told.filter(
    ({ record, date }) =>
      record !== recovered.record &&
      sure.has(record) &&
      (recovered.date.to === null || (date.from ?? '') <= recovered.date.to),
  )
  return [...new Set(before.map(({ record }) => record))]
}

/** Lawful hands other than those that recovered it, by whatever record: a model’s link is enough to say nothing. */
const wasInLawfulHands = ({ custody }: Judged): boolean =>
  custody.some(({ custodian }) => custodian !== 'state_custody')

/**
 * On which grounds the firearm of a recovery is illicit, as far as its records say, what is stated first. That a
 * firearm was seized is no ground by itself: where a record shows a lawful holder, possession is one under the condition that
 * somebody else had it, which the officer knows and the records do not.
 */
export function groundsSpokenFor(record: string, records: readonly LifeRecord[], life: Judged): SpokenGround[] {
  const known = trusted(record, records)
  const recovered = fromRecoveryOf(record, known)
  if (recovered === undefined) return []
  const found = rulesFound(life, known)
  const spoken: SpokenGround[] = []
  const say = (ground: LegalJustification, because: ProposedBecause, by: readonly string[] = [recovered.record]) => {
    if (!spoken.some((each) => each.ground === ground)) spoken.push({ ground, because, records: by })
  }
  const stated = recovered.reason === null ? undefined : STATED.get(folded(recovered.reason))
  if (stated !== undefined) say(stated, 'ground_stated')
  const converted = found.get('became_illicit_by_conversion')
  const craft = life.status === 'never-licit' && known.length === records.length
  if (converted || craft) say('illicit_manufacturing', 'made_without_licence', converted)
  const unmarked = found.get('never_marked')
  if (unmarked) say('illicit_manufacturing', 'never_marked', unmarked)
  const removed = found.get('mark_obliterated')
  if (removed) say('other_firearm_offence', 'mark_removed', removed)
  const exported = found.get('export_without_import')
  if (exported) say('illicit_trafficking', 'exported_without_import', exported)
  const left = leftBefore(record, known, life)
  if (recovered.event === 'seizure') {
    if (left.length > 0) say('illicit_possession', 'out_of_lawful_hands', left)
    else if (!wasInLawfulHands(life)) say('illicit_possession', 'no_holder_on_record')
    else say('illicit_possession', 'seized_from_another')
  }
  if (recovered.event === 'find') say('administrative', 'found')
  if (recovered.event === 'surrender') say('administrative', 'surrendered')
  return spoken
}
