import { FINDING_RULES } from '@proofmark/contract/life-words'
import type { LinkLevel } from '@proofmark/contract/link-levels'
import type { LifeShow, RecordReference } from '@proofmark/contract/schemas/life'
import type { Wording } from '../../linkage/present/wording.ts'
import { findingKey, type Standing } from '../commands/file-findings.ts'
import type { ShownLife } from '../commands/show-life.ts'
import type { FirearmTrace } from '../queries/firearm-traces.ts'
import { daysOf } from '../rules/bounds.ts'
import type { Contradiction } from '../rules/contradictions.ts'
import type { Diversion } from '../rules/diversions.ts'
import type { Finding } from '../rules/findings/finding.ts'
import type { Happening } from '../rules/happenings.ts'
import type { LifeEvent } from '../rules/judge-life.ts'
import type { CustodySpan } from '../rules/spans.ts'
import type { TimeToCrime } from '../rules/time-to-crime.ts'
import type { Weighted } from '../rules/weights.ts'
import { findingText } from './finding-words.ts'

type Refer = (records: readonly string[]) => RecordReference[]
/** Does it rest on links that named persons judged? */
type IsConfirmed = (records: readonly string[]) => boolean

const weighted = (alternatives: readonly Weighted[]): { kind: Weighted['kind']; weight: number }[] =>
  alternatives.map(({ kind, weight }) => ({ kind, weight }))

/** By record, those that it contradicts. */
function contradicted(contradictions: readonly Contradiction[]): ReadonlyMap<string, ReadonlySet<string>> {
  const others = new Map<string, Set<string>>()
  const add = (one: Contradiction['one'], other: Contradiction['other']): void => {
    for (const { record } of one.records) {
      const known = others.get(record) ?? new Set()
      for (const each of other.records) if (each.record !== record) known.add(each.record)
      others.set(record, known)
    }
  }
  for (const { one, other } of contradictions) {
    add(one, other)
    add(other, one)
  }
  return others
}

function presentEvent(
  { record, role, custodian }: LifeEvent,
  level: LinkLevel,
  others: ReadonlyMap<string, ReadonlySet<string>>,
): LifeShow['events'][number] {
  const { event, date, until, reported, source, key, agency, place, rowKind, link } = record
  return {
    kind: event,
    from: date.from,
    to: date.to,
    source: source.name,
    key,
    record: record.record,
    until,
    reported,
    agency,
    place,
    rowKind,
    link,
    level,
    role,
    custodian,
    contradicts: [...(others.get(record.record) ?? [])],
  }
}

const presentDiversion = (
  { from, to, place, kind, confidence, records, alternatives }: Diversion,
  refer: Refer,
  isConfirmed: IsConfirmed,
): LifeShow['diversions'][number] => ({
  from,
  to,
  place,
  kind,
  confidence,
  records: refer(records),
  alternatives: weighted(alternatives),
  confirmed: isConfirmed(records),
})

function presentFinding(
  finding: Finding,
  standing: Standing | undefined,
  refer: Refer,
  isConfirmed: IsConfirmed,
  wording: Wording,
): LifeShow['findings'][number] {
  const { rule, records, alternatives, working } = finding
  const obligation = FINDING_RULES[rule]
  return {
    rule,
    text: findingText(finding, wording),
    records: refer(records),
    obligation: { id: obligation, text: wording.say(`obligation.${obligation}`) },
    alternatives: weighted(alternatives),
    confirmed: !working && isConfirmed(records),
    oversight: [...(standing?.waits ?? [])],
    notes: [...(standing?.notes ?? [])],
  }
}

const presentSpan = (
  { custodian, place, from, to, until, records }: CustodySpan,
  refer: Refer,
): LifeShow['custody'][number] => ({ custodian, place, from, to, until, records: refer(records) })

const recordsOf = ({ records }: Happening): string[] => records.map(({ record }) => record)

function presentTime(
  { name, anchorKind, anchor, end, least, most }: TimeToCrime,
  refer: Refer,
): LifeShow['timesToCrime'][number] {
  return {
    name,
    anchor: { kind: anchorKind, ...refer(recordsOf(anchor))[0]!, ...daysOf(anchor.bounds) },
    end: { ...refer(recordsOf(end))[0]!, ...daysOf(end.bounds) },
    least,
    most,
  }
}

function presentTraceOf({ trace, due }: FirearmTrace, { say }: Wording): LifeShow['traces'][number] {
  const { id, direction, state, partner, asker, form, openedAt } = trace
  const word = direction === 'incoming' && state === 'sent' ? 'traces.page.received' : `word.trace_state.${state}`
  return {
    id,
    direction,
    state,
    said: say(word),
    partner: direction === 'incoming' ? asker : partner,
    country: direction === 'incoming' ? (asker?.slice(0, 2) ?? null) : form.addressee.country,
    openedAt: openedAt.toISOString(),
    due: due && {
      clock: due.clock,
      said: say(`word.trace_clock.${due.clock}`),
      due: due.due.toISOString(),
      over: due.over,
    },
  }
}

/** A life as its reader sees it, in the reader's language. */
export function presentLife(life: ShownLife, wording: Wording): LifeShow {
  const { known, lastLawfulCustody } = life
  const refer: Refer = (records) =>
    records.map((record) => ({ record, source: known.get(record)!.source.name, key: known.get(record)!.key }))
  const working = new Set(
    life.events.filter(({ record }) => record.link === 'working').map(({ record }) => record.record),
  )
  const isConfirmed: IsConfirmed = (records) => records.every((record) => !working.has(record))
  const others = contradicted(life.contradictions)
  return {
    record: life.record,
    item: life.item,
    status: life.status,
    events: life.events.map((event) => presentEvent(event, life.levels.get(event.record.record) ?? 'lead', others)),
    diversions: life.diversions.map((each) => presentDiversion(each, refer, isConfirmed)),
    findings: life.findings.map((each) =>
      presentFinding(each, life.standings.get(findingKey(each)), refer, isConfirmed, wording),
    ),
    custody: life.custody.map((each) => presentSpan(each, refer)),
    gaps: life.gaps.map(({ from, to, before, after }) => ({
      from,
      to,
      records: refer([...recordsOf(before.since), ...recordsOf(after.since)]),
    })),
    lastLawfulCustody: lastLawfulCustody ? presentSpan(lastLawfulCustody, refer) : null,
    recoveries: life.recoveries.map(({ bounds, taken, records }) => ({
      ...daysOf(bounds),
      taken,
      records: refer(records.map(({ record }) => record)),
    })),
    timesToCrime: life.timesToCrime.map((each) => presentTime(each, refer)),
    components: life.components.map(({ record, part, direction, judged }) => ({
      ...refer([record])[0]!,
      part,
      direction,
      judged,
    })),
    lot: refer(life.lot),
    traces: life.traces.map((each) => presentTraceOf(each, wording)),
    undecided: life.undecided.map(({ record, probability }) => ({ ...refer([record])[0]!, probability })),
  }
}
