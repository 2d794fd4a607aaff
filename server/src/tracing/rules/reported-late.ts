import { END, firstOf } from './bounds.ts'
import type { Happening } from './happenings.ts'
import { isReport, type Window } from './windows.ts'

/** A theft is told within days; what is told later than this after it surely happened is told late. */
export const LATE_DAYS = 30

const DAY_MS = 86_400_000

export interface LateReport {
  readonly report: Happening
  /** Where the firearm had been found before anybody told of its theft; null where it was told late, but before. */
  readonly found: Happening | null
  /** Days between, where they are known. */
  readonly days: number | null
}

function toldFrom({ records }: Happening): string | null {
  const told = records.map(({ reported }) => reported.from).filter((day) => day !== null)
  return told.length === 0 ? null : firstOf(told)
}

function daysLate({ bounds }: Happening, told: string): number | null {
  const days = (Date.parse(told) - Date.parse(bounds.latest)) / DAY_MS
  return Number.isFinite(days) && bounds.latest !== END ? days : null
}

/** A theft or loss that was told long after it happened, or only when the firearm had come to light; else null. */
export function lateReport({ cause, evidence, borneOut }: Window): LateReport | null {
  const report = evidence[0]
  if (!report || !isReport(cause)) return null
  const told = toldFrom(report)
  if (told === null) return null
  const days = daysLate(report, told)
  const found = borneOut.find(({ role, bounds }) => role === 'recovery' && bounds.latest < told) ?? null
  return found || (days !== null && days > LATE_DAYS) ? { report, found, days } : null
}
