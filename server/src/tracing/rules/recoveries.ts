import { BEGINNING, type Bounds, boundsOf, boundsTogether, END } from './bounds.ts'
import type { LifeRecord, RecoveryVerdict } from './life-record.ts'
import { byDay } from './order.ts'

/** Reports that are taken as one recovery, and why. */
export interface Recovery {
  readonly records: readonly LifeRecord[]
  readonly bounds: Bounds
  /** judged: by a person; assumed: several services tell of what can be one day. */
  readonly taken: 'alone' | 'judged' | 'assumed'
}

const DAY_MS = 86_400_000

function moved(day: string, days: number): string {
  if (day === BEGINNING || day === END) return day
  const time = Date.parse(day) + days * DAY_MS
  return Number.isNaN(time) ? day : new Date(time).toISOString().slice(0, 10)
}

/** A service writes down a night's work on the next day. */
const canBeOneDay = (one: Bounds, other: Bounds): boolean =>
  moved(one.earliest, -1) <= other.latest && other.earliest <= moved(one.latest, 1)

const pair = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`)
const sameText = (one: string | null, other: string | null): boolean =>
  (one ?? '').trim().toLowerCase() === (other ?? '').trim().toLowerCase()

/** A source that says the same thing twice has said it once. */
const isCopy = (one: LifeRecord, other: LifeRecord): boolean =>
  one.source.id === other.source.id &&
  one.date.from === other.date.from &&
  one.date.to === other.date.to &&
  sameText(one.place, other.place)

interface Group {
  records: LifeRecord[]
  taken: Recovery['taken']
}

/**
 * Which reports are of one recovery. What persons judged comes first. Of the rest, reports of different sources whose
 * dates can be the same day, give or take one, are taken as one; two records of one source are two recoveries unless
 * they say the same date and place. No judgement of two is ever overridden by an assumption. The answer depends on the
 * records alone, never on their order.
 */
export function groupRecoveries(records: readonly LifeRecord[], verdicts: readonly RecoveryVerdict[]): Recovery[] {
  const different = new Set<string>()
  const same = new Set<string>()
  for (const { record, other, verdict } of verdicts) {
    if (verdict === 'same') same.add(pair(record, other))
    else different.add(pair(record, other))
  }
  const groups: Group[] = [...records].sort(byDay).map((record) => ({ records: [record], taken: 'alone' }))
  const apart = (one: Group, other: Group) =>
    one.records.some(({ record }) => other.records.some((each) => different.has(pair(record, each.record))))
  const join = (wanted: (one: Group, other: Group) => boolean, taken: (one: Group, other: Group) => Group['taken']) => {
    for (let at = 0; at < groups.length; at++) {
      const one = groups[at]!
      for (let next = at + 1; next < groups.length; ) {
        const other = groups[next]!
        if (!wanted(one, other) || apart(one, other)) {
          next++
          continue
        }
        one.taken = taken(one, other)
        one.records.push(...other.records)
        groups.splice(next, 1)
        // What was passed over may be joined now.
        next = at + 1
      }
    }
  }
  join(
    (one, other) => one.records.some((a) => other.records.some((b) => same.has(pair(a.record, b.record)))),
    () => 'judged',
  )
  join(
    (one, other) => one.records.some((a) => other.records.some((b) => isCopy(a, b))),
    (one, other) => (one.taken === 'alone' ? other.taken : one.taken),
  )
  join(
    (one, other) => one.records.every((a) => other.records.every((b) => fromTwoServices(a, b))),
    () => 'assumed',
  )
  return groups.map((group) => ({
    records: group.records,
    taken: group.taken,
    bounds: boundsTogether(group.records.map(boundsOf)),
  }))
}

const fromTwoServices = (one: LifeRecord, other: LifeRecord): boolean =>
  one.source.id !== other.source.id && canBeOneDay(boundsOf(one), boundsOf(other))
