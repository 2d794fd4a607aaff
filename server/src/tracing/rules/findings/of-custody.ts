import { daysOf, firstOf, surelyBefore, wordDays } from '../bounds.ts'
import {
  DEACTIVATED_YET_SEEN,
  DESTROYED_YET_SEEN,
  RECOVERED_AGAIN,
  TWO_PLACES,
  UNCONFIRMED_EXPORT,
  UNCONFIRMED_RE_EXPORT,
} from '../explanations.ts'
import type { Followed, Incident } from '../follow.ts'
import type { Happening } from '../happenings.ts'
import { type Custody, placeOf, provesUntil } from '../lawful-custody.ts'
import type { Gap } from '../spans.ts'
import { weigh } from '../weights.ts'
import { causeOf, isReport } from '../windows.ts'
import { type Finding, found, recordsOf } from './finding.ts'

const when = ({ bounds }: Happening): string => wordDays(daysOf(bounds))

const INCIDENTS: Readonly<Record<Incident['rule'], (happenings: readonly Happening[]) => Finding[]>> = {
  recovered_again: (both) =>
    found('recovered_again', { first: when(both[0]!), again: when(both[1]!) }, recordsOf(both), {
      alternatives: weigh(RECOVERED_AGAIN),
      oversight: recordsOf(both.slice(0, 1)),
    }),
  recovery_alone: (one) => found('recovery_alone', { event: one[0]!.event, date: when(one[0]!) }, recordsOf(one)),
  service_weapon: (both) => found('service_weapon', { event: both[1]!.event, date: when(both[1]!) }, recordsOf(both)),
  stolen_before_sold: (both) =>
    found(
      'stolen_before_sold',
      { stolen: when(both[0]!), event: both[1]!.event, date: when(both[1]!) },
      recordsOf(both),
    ),
  registered_after_theft: (both) =>
    found(
      'registered_after_theft',
      { stolen: when(both[0]!), event: both[1]!.event, date: when(both[1]!) },
      recordsOf(both),
    ),
  used_in_custody: (both) =>
    found('used_in_custody', { first: when(both[0]!), event: both[1]!.event, date: when(both[1]!) }, recordsOf(both), {
      alternatives: weigh(RECOVERED_AGAIN),
      oversight: recordsOf(both.slice(0, 1)),
    }),
}

function twoPlaces(one: Happening, other: Happening): Finding[] {
  const source = (happening: Happening) => happening.records[0]?.source.name ?? ''
  return found(
    'two_places_at_once',
    { one: source(one), other: source(other), oneDate: when(one), otherDate: when(other) },
    recordsOf([one, other]),
    { alternatives: weigh(TWO_PLACES) },
  )
}

/** What was odd on the way; what happened to one firearm of the state in service is one finding. */
export function incidentFindings(incidents: readonly Incident[]): Finding[] {
  const service = incidents.filter(({ rule }) => rule === 'service_weapon').flatMap(({ happenings }) => happenings)
  const others = incidents.filter(({ rule }) => rule !== 'service_weapon')
  const first = service.length === 0 ? [] : INCIDENTS.service_weapon(service)
  return [
    ...first.map((finding) => ({ ...finding, records: [...new Set(recordsOf(service))] })),
    ...others.flatMap(({ rule, happenings }) => INCIDENTS[rule](happenings)),
  ]
}

/** The last lawful hands before each time that it left them, and those that it is in or was last in. */
export function lastCustodyFindings({ windows, custody }: Pick<Followed, 'windows' | 'custody'>): Finding[] {
  const before = windows.map((window) => window.custody).filter((each) => each !== null)
  // Whoever seized it holds it lawfully, and was never the hands that it came from.
  const last = before.length > 0 ? before : custody.filter((each) => !isRecovered(each)).slice(-1)
  return last.flatMap((each) =>
    found(
      'last_lawful_custody',
      { custodian: each.custodian, date: when(each.since), place: placeOf(each) ?? 'none' },
      recordsOf(each.proofs),
    ),
  )
}

export const gapFindings = (gaps: readonly Gap[]): Finding[] =>
  gaps.flatMap(({ from, to, before, after }) =>
    found('gap_in_possession', { from, to }, recordsOf([...before.proofs.slice(-1), after.since])),
  )

const CONFIRMATION_DAYS = 180
const DAY_MS = 86_400_000

const isOverdue = ({ bounds }: Happening, today: string): boolean =>
  Date.parse(today) - Date.parse(bounds.latest) > CONFIRMATION_DAYS * DAY_MS

/** Was it last sent out of the country, and did it arrive nowhere on record in time? */
export function isLost(custody: readonly Custody[], today: string): boolean {
  const last = custody.at(-1)
  return last?.custodian === 'transit' && isOverdue(last.since, today)
}

/** Sent out of the country, and nothing on record says that it arrived anywhere. */
export function unconfirmedExports(custody: readonly Custody[], today: string): Finding[] {
  return custody.flatMap(({ custodian, since }, at) => {
    const next = custody[at + 1]
    if (custodian !== 'transit' || (next && next.custodian !== 'state_custody')) return []
    if (!next && !isOverdue(since, today)) return []
    const origin = custody.slice(0, at).findLast(({ since: { event } }) => event === 'import' || event === 'delivery')
    return found(
      'export_without_import',
      { date: when(since), again: origin ? 'yes' : 'no' },
      recordsOf([...(origin ? [origin.since] : []), since]),
      { alternatives: weigh(origin ? UNCONFIRMED_RE_EXPORT : UNCONFIRMED_EXPORT) },
    )
  })
}

const isHolding = ({ since: { event, records } }: Custody): boolean =>
  event === 'registration' && records.some(({ source }) => source.kind === 'register')

function isStillOpen({ proofs }: Custody, by: string): boolean {
  const ends = proofs.flatMap(({ records }) => records.filter(provesUntil).map(({ until }) => until.to))
  const stated = ends.filter((day) => day !== null)
  if (proofs.some(({ event }) => event === 'deregistration')) return false
  return stated.length === 0 || firstOf(stated) >= by
}

const isRecovered = ({ custodian, since }: Custody): boolean =>
  custodian === 'state_custody' && since.role === 'recovery'

/** Does one custody still hold by its records when another begins, and say nothing of it? */
function isBeside(one: Custody, other: Custody, windows: Followed['windows']): boolean {
  if (isRecovered(one)) return surelyBefore(one.since.bounds, other.since.bounds)
  const left = windows.some((window) => window.custody?.since === one.since)
  const sameSource = one.since.records[0]?.source.id === other.since.records[0]?.source.id
  return isHolding(one) && !left && !sameSource && isStillOpen(one, other.since.bounds.earliest)
}

/**
 * One item in two registers, of which neither says that it went to the other; or entered in a register while an
 * authority holds it by the records.
 */
export function twoRegisters({ custody, windows }: Pick<Followed, 'custody' | 'windows'>): Finding[] {
  return custody.flatMap((one, at) => {
    const other = custody[at + 1]
    return other && isHolding(other) && isBeside(one, other, windows) ? twoPlaces(one.since, other.since) : []
  })
}

const isSight = ({ role, event }: Happening): boolean =>
  role === 'custody' || role === 'recovery' || role === 'illicit' || event === 'examination'

/** Before somebody's eyes, which a report of its theft is not. */
const isMetWith = (happening: Happening): boolean =>
  happening.role === 'recovery' || (happening.role === 'illicit' && !isReport(causeOf(happening)))

/** Seen again after it was destroyed, or after it was certified as deactivated and without being met with as that. */
export function finalYetSeen(happenings: readonly Happening[]): Finding[] {
  return happenings.flatMap((last) => {
    const seen = happenings.filter((each) => isSight(each) && surelyBefore(last.bounds, each.bounds))
    if (last.event === 'destruction') return yetSeen('destroyed_yet_seen', last, seen)
    if (last.event !== 'deactivation') return []
    const asArm = ({ records }: Happening) =>
      records.every(({ item }) => item.lethality !== 'deactivated' && item.lethality !== 'reactivated')
    return yetSeen(
      'deactivated_yet_seen',
      last,
      seen.filter((each) => isMetWith(each) && asArm(each)),
    )
  })
}

function yetSeen(
  rule: 'destroyed_yet_seen' | 'deactivated_yet_seen',
  last: Happening,
  seen: readonly Happening[],
): Finding[] {
  const first = seen[0]
  if (!first) return []
  const destroyed = rule === 'destroyed_yet_seen'
  return found(rule, { date: when(last), event: first.event, seen: when(first) }, recordsOf([last, ...seen]), {
    alternatives: weigh(destroyed ? DESTROYED_YET_SEEN : DEACTIVATED_YET_SEEN),
    oversight: destroyed ? recordsOf([last]) : null,
  })
}
