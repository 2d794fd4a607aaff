import type { Custodian, LifeStatus, RecordRole } from '@proofmark/contract/life-words'
import { type Contradiction, contradictionsIn } from './contradictions.ts'
import { type Diversion, diversionOf } from './diversions.ts'
import { custodianOf, roleOf } from './event-traits.ts'
import { type Finding, found, identifiers } from './findings/finding.ts'
import {
  finalYetSeen,
  gapFindings,
  incidentFindings,
  isLost,
  lastCustodyFindings,
  twoRegisters,
  unconfirmedExports,
} from './findings/of-custody.ts'
import { diversionFindings, pointOf, shortTimes } from './findings/of-diversion.ts'
import { itemFindings, neverLicitFinding } from './findings/of-item.ts'
import { surroundingFindings } from './findings/of-surroundings.ts'
import { type Followed, followItem } from './follow.ts'
import { courseOf } from './happenings.ts'
import type { Custody } from './lawful-custody.ts'
import type { LifeFacts, LifeRecord } from './life-record.ts'
import { accusedBy, isToldBy } from './oversight.ts'
import type { Recovery } from './recoveries.ts'
import { isCraftMade, saysAntique } from './sighting.ts'
import { sortFindings } from './sort-findings.ts'
import { type CustodySpan, type Gap, gapsOf, spansOf } from './spans.ts'
import { type TimeToCrime, timeToCrime } from './time-to-crime.ts'
import type { Window } from './windows.ts'

export interface LifeEvent {
  readonly record: LifeRecord
  readonly role: RecordRole
  readonly custodian: Custodian | null
}

/** A life as the rules judge it from the records of one item. */
export interface Life {
  readonly status: LifeStatus
  readonly events: readonly LifeEvent[]
  readonly diversions: readonly Diversion[]
  readonly findings: readonly Finding[]
  readonly custody: readonly CustodySpan[]
  readonly gaps: readonly Gap[]
  readonly recoveries: readonly Recovery[]
  readonly timesToCrime: readonly TimeToCrime[]
  readonly contradictions: readonly Contradiction[]
  /** The last lawful hands before it last left them; where it never did, those that it was last in. */
  readonly lastLawfulCustody: CustodySpan | null
}

/** Outside the Protocol by its year: some record dates it before 1900, and none later. */
function isAntique(records: readonly LifeRecord[]): boolean {
  const said = records.map(saysAntique)
  return said.includes(true) && !said.includes(false)
}

/** Craft-made, and never on record in lawful hands other than those that recovered it. */
const isNeverLicit = (records: readonly LifeRecord[], custody: readonly Custody[]): boolean =>
  records.some(isCraftMade) && custody.every(({ custodian }) => custodian === 'state_custody')

function statusOf({ standing, custody }: Followed, records: readonly LifeRecord[], today: string): LifeStatus {
  if (isAntique(records)) return 'excluded'
  if (isNeverLicit(records, custody)) return 'never-licit'
  if (standing === 'lawful' && isLost(custody, today)) return 'undetermined'
  return standing === 'unknown' ? 'undetermined' : standing
}

/** In whose hands a record shows it: an inspector or a laboratory that took nothing shows it in the hands where it was. */
function handsIn(record: LifeRecord, custody: readonly Custody[]): Custodian | null {
  const own = custodianOf(record)
  if (roleOf(record) !== 'proof') return own
  return custody.find(({ proofs }) => proofs.some(({ records }) => records.includes(record)))?.custodian ?? own
}

/** What never was licit cannot leave lawful hands; what the Protocol does not cover, nobody asks. */
function windowsOf(status: LifeStatus, windows: readonly Window[]): readonly Window[] {
  if (status === 'excluded') return []
  return status === 'never-licit' ? windows.filter(({ custody }) => custody !== null) : windows
}

const HANDS_OF_TRADE: ReadonlySet<Custodian> = new Set(['maker', 'trade', 'private'])

function timesOf(diversions: readonly Diversion[]) {
  return diversions.flatMap((diversion) => {
    const { custody } = diversion.window
    const time = custody && HANDS_OF_TRADE.has(custody.custodian) ? timeToCrime(diversion.window) : null
    return time ? [{ time, diversion }] : []
  })
}

const contradictionFinding = ({ field, one, other }: Contradiction): Finding[] =>
  found(
    'contradictory_records',
    {
      field,
      one: one.value,
      oneSource: one.records[0]?.source.name ?? '',
      other: other.value,
      otherSource: other.records[0]?.source.name ?? '',
    },
    identifiers([...one.records, ...other.records]),
  )

function lastOfLife({ custody, windows }: Pick<Followed, 'custody' | 'windows'>, spans: readonly CustodySpan[]) {
  const since = windows.at(-1)?.custody?.since
  if (windows.length > 0 && !since) return null
  const at = since ? custody.findIndex((each) => each.since === since) : custody.length - 1
  return spans[at] ?? null
}

/**
 * The life of an item from the records that a reader may see of it: events in order, lawful custody, where it left lawful
 * hands and what the rules find. A function of the records alone: their order does not matter, no record makes it fail,
 * and what contradicts is shown.
 *
 * A finding against a custodian that `isWithheld` is left out, and with it every judgement that would tell the same: the
 * diversion, what is said of it, the hands that it left. What records say themselves remains.
 */
export function judgeLife(facts: LifeFacts, isWithheld: (finding: Finding) => boolean = () => false): Life {
  const { records, today } = facts
  const { happenings, recoveries } = courseOf(records, facts.recoveries)
  const followed = followItem(happenings)
  const status = statusOf(followed, records, today)
  const { custody } = followed
  const ofCustody = [...incidentFindings(followed.incidents), ...finalYetSeen(happenings)]
  const every = windowsOf(status, followed.windows).map(diversionOf)
  const points = every.flatMap((each) => pointOf(each, accusedBy(each, ofCustody)))
  const withheld = [...ofCustody, ...points].filter((finding) => finding.oversight !== null && isWithheld(finding))
  const isOpen = (window: Window) => !withheld.some((finding) => isToldBy(window, finding))
  const diversions = every.filter(({ window }) => isOpen(window))
  const windows = diversions.map(({ window }) => window)
  const times = timesOf(diversions)
  const ordered = happenings.flatMap((happening) => happening.records)
  const contradictions = contradictionsIn(ordered)
  const gaps = gapsOf(custody, followed.windows)
  const spans = spansOf(custody, followed.windows.filter(isOpen))
  const findings = [
    ...lastCustodyFindings({ windows, custody }),
    ...diversions.flatMap((each) => pointOf(each, accusedBy(each, ofCustody))),
    ...diversionFindings(diversions),
    ...shortTimes(times),
    ...ofCustody.filter((finding) => !withheld.includes(finding)),
    ...unconfirmedExports(custody, today),
    ...twoRegisters(followed),
    ...gapFindings(gaps),
    ...(status === 'never-licit' ? neverLicitFinding(ordered) : []),
    ...itemFindings(ordered),
    ...contradictions.flatMap(contradictionFinding),
    ...surroundingFindings(facts, identifiers(ordered)),
  ]
  return {
    status,
    events: ordered.map((record) => ({ record, role: roleOf(record), custodian: handsIn(record, custody) })),
    diversions,
    findings: sortFindings(findings, identifiers(ordered)),
    custody: spans,
    gaps,
    recoveries,
    timesToCrime: times.map(({ time }) => time),
    contradictions,
    lastLawfulCustody: lastOfLife({ custody, windows }, spans),
  }
}
