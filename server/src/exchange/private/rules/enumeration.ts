import type { Quota } from './quotas.ts'

/** What somebody learns who asks about one serial after the other, in a space of so many. */
export interface Enumeration {
  /** Until every one was asked once, in days. */
  readonly days: number
  /** The share of the space that can be asked about before the keys change. */
  readonly shareOfEpoch: number
}

const EPOCH_DAYS = 30

/** Serials of `digits` digits behind so many letters A to Z. */
export const spaceOf = ({ letters, digits }: { readonly letters: number; readonly digits: number }): number =>
  26 ** letters * 10 ** digits

/**
 * How long the enumeration of a space takes that uses the quota to the last evaluation. Whoever enumerates pads nothing:
 * each element of a request is a serial. Within thirty days the month bounds it, and the day on the last of them.
 */
export function enumerationOf(space: number, quota: Quota): Enumeration {
  const wholeMonths = Math.floor(Math.max(0, space - 1) / quota.month)
  const rest = space - wholeMonths * quota.month
  const days = wholeMonths * EPOCH_DAYS + Math.ceil(rest / quota.day)
  return { days, shareOfEpoch: Math.min(1, quota.month / space) }
}
