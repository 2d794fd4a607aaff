import { LONGEST_EPOCH_DAYS } from '@proofmark/contract/private-words'

const DAY_MS = 24 * 60 * 60 * 1_000

export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/** The day so many days before. */
export const daysBefore = (moment: Date, days: number): string => dayOf(new Date(moment.getTime() - days * DAY_MS))

/** The name of an epoch that begins now: the day, and which of that day it is. */
export const epochName = (begins: Date, earlier: number): string => `${dayOf(begins)}.${earlier + 1}`

/** When an epoch of so many days ends; thirty at most. */
export function epochEnd(begins: Date, days: number): Date {
  return new Date(begins.getTime() + Math.min(days, LONGEST_EPOCH_DAYS) * DAY_MS)
}
