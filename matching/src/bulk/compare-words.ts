import { NO_DAY } from './fields.ts'
import { GAP_LEVELS, GAPS } from './slots.ts'

/** How two years compare. */
export const YEAR_LEVEL = { none: 0, same: 1, oneOff: 2, near: 3, differs: 4 } as const
/** From which distance on, in years, two years are far apart. */
const FAR = 4

export const DAYS_A_YEAR = 365.25

/** The level of two intervals of years; 0 where either is missing. */
export function yearLevel(aFrom: number, aTo: number, bFrom: number, bTo: number): number {
  if (aFrom === 0 || bFrom === 0) return YEAR_LEVEL.none
  const apart = Math.max(0, aFrom - bTo, bFrom - aTo)
  if (apart <= 1) return apart === 0 ? YEAR_LEVEL.same : YEAR_LEVEL.oneOff
  return apart < FAR ? YEAR_LEVEL.near : YEAR_LEVEL.differs
}

/** The level of the time between an entry and a record; 0 where either date is missing. */
export function gapLevel(entry: number, record: number): number {
  if (entry === NO_DAY || record === NO_DAY) return 0
  const days = record - entry
  if (days < 0) return GAP_LEVELS - 1
  const years = days / DAYS_A_YEAR
  let at = 0
  while (years > GAPS[at]!) at++
  return at + 1
}
