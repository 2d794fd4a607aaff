import type { Custodian } from '@proofmark/contract/life-words'
import { BEGINNING, END, firstOf, knownDay, lastOf } from './bounds.ts'
import { type Custody, lastProven, placeOf, provesUntil } from './lawful-custody.ts'
import type { Window } from './windows.ts'

/** Lawful hands as far as records prove them: from the first day to the last, and the day of whatever came next. */
export interface CustodySpan {
  readonly custodian: Custodian
  readonly place: string | null
  readonly from: string | null
  readonly to: string | null
  readonly until: string | null
  readonly records: readonly string[]
}

/** Days for which the records say nothing: one lawful custody had ended, and nothing else had begun. */
export interface Gap {
  readonly from: string
  readonly to: string
  readonly before: Custody
  readonly after: Custody
}

const recordsOf = ({ proofs }: Custody): string[] => [
  ...new Set(proofs.flatMap(({ records }) => records.map(({ record }) => record))),
]

function spanOf(custody: Custody, next: Custody | undefined, windows: readonly Window[]): CustodySpan {
  const from = knownDay(custody.since.bounds.earliest)
  const ends = windows.filter((window) => window.custody?.since === custody.since).map(({ end }) => end.bounds.earliest)
  const after = firstOf([...ends, ...(next ? [next.since.bounds.earliest] : [])].filter((day) => day !== BEGINNING))
  const until = knownDay(after) === null ? null : lastOf([after, from ?? BEGINNING])
  return {
    custodian: custody.custodian,
    place: placeOf(custody),
    from,
    to: lastProven(custody.proofs, until ?? END),
    until,
    records: recordsOf(custody),
  }
}

/** The spans of lawful custody, in order. */
export function spansOf(custody: readonly Custody[], windows: readonly Window[]): CustodySpan[] {
  return custody.map((each, at) => spanOf(each, custody[at + 1], windows))
}

/** A register needs some days to write down what has changed hands. */
const GAP_DAYS = 31
const DAY_MS = 86_400_000

/** The day on which a record says that a custody ended; null where none says so. */
function statedEnd({ custodian, proofs }: Custody): string | null {
  if (custodian === 'state_custody') return null
  const closed = proofs.filter(({ event }) => event === 'deregistration').map(({ bounds }) => bounds.latest)
  const until = proofs.flatMap(({ records }) => records.filter(provesUntil).map((record) => record.until.to))
  const days = [...closed, ...until].filter((day) => day !== null)
  return days.length === 0 ? null : knownDay(lastOf(days))
}

/** The gaps between one lawful custody that ended on record and the next thing known of the item. */
export function gapsOf(custody: readonly Custody[], windows: readonly Window[]): Gap[] {
  return custody.flatMap((before, at) => {
    const after = custody[at + 1]
    const from = statedEnd(before)
    const to = after ? knownDay(after.since.bounds.earliest) : null
    if (!after || from === null || to === null) return []
    const stolen = windows.some((window) => window.custody?.since === before.since && window.end !== after.since)
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS
    return stolen || !(days > GAP_DAYS) ? [] : [{ from, to, before, after }]
  })
}
