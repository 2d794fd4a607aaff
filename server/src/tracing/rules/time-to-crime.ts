import type { EventKind } from '@proofmark/domain/event-kind'
import { type Bounds, daysFrom } from './bounds.ts'
import type { Happening } from './happenings.ts'
import type { Window } from './windows.ts'

/**
 * Days from the last lawful transfer to the crime (DOMAIN 4.1). Where no record tells of a crime it ends at the
 * recovery and is called time-to-recovery: the two are never mixed, nor are their anchors.
 */
export interface TimeToCrime {
  readonly name: 'time-to-crime' | 'time-to-recovery'
  readonly anchorKind: 'last-lawful-transfer' | 'import'
  readonly anchor: Happening
  readonly end: Happening
  /** Never negative: where dates overlap the least is 0. */
  readonly least: number
  readonly most: number
}

const TRANSFERS: ReadonlySet<EventKind> = new Set(['registration', 'transfer'])
const ARRIVALS: ReadonlySet<EventKind> = new Set(['import', 'delivery'])
const CRIMES: ReadonlySet<EventKind> = new Set(['shooting', 'ballistic-result'])
/** A surrender is no sign of crime. */
const MET_WITH: ReadonlySet<EventKind> = new Set(['seizure', 'find'])

const DAYS_OF_A_YEAR = 365.25
/** At most three years is short, at most one strikingly so (the convention of the ATF, DOMAIN 4.1). */
export const SHORT_YEARS = 3
export const STRIKING_YEARS = 1

export const yearsOf = (days: number): number => days / DAYS_OF_A_YEAR

function lastAmong(proofs: readonly Happening[], kinds: ReadonlySet<EventKind>): Happening | null {
  return proofs.findLast(({ event, custodian }) => kinds.has(event) && custodian !== 'state_stock') ?? null
}

/** The crime, where a record dates it; a result of the laboratory on a firearm already held bears its own day instead. */
function endOf({ end, evidence, borneOut }: Window): Happening | null {
  const crime = end.role === 'illicit' ? evidence.find(({ event }) => CRIMES.has(event)) : undefined
  return crime ?? [end, ...borneOut].find(({ event }) => MET_WITH.has(event)) ?? null
}

const spanOf = (anchor: Bounds, end: Bounds) => {
  const days = daysFrom(anchor, end)
  return days === null || days.most < 0 ? null : { least: Math.max(0, days.least), most: days.most }
}

/** The time to crime of one window; null where an end or an anchor is missing, or the dates are no span. */
export function timeToCrime(window: Window): TimeToCrime | null {
  const end = endOf(window)
  const transfer = lastAmong(window.proofs, TRANSFERS)
  const anchor = transfer ?? lastAmong(window.proofs, ARRIVALS)
  if (!end || !anchor) return null
  const span = spanOf(anchor.bounds, end.bounds)
  if (span === null) return null
  return {
    name: CRIMES.has(end.event) ? 'time-to-crime' : 'time-to-recovery',
    anchorKind: transfer ? 'last-lawful-transfer' : 'import',
    anchor,
    end,
    ...span,
  }
}
