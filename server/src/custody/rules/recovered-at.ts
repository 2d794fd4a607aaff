import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { readPartialDate } from '@proofmark/domain/partial-date'
import { momentIn } from '@proofmark/domain/time-zone'

/** Where no hour is known custody began at the earliest: nothing that followed on that day is before it. */
const EARLIEST = '00:00'

export interface RecoveredAt {
  /** The first moment that it can have been. */
  readonly at: Date
  /** Only where no hour is stated: the day. */
  readonly statedDay?: string
}

/** A clock may be so far from ours. */
const SLACK_MS = 5 * 60_000

/** Is it stated to be yet to come? Nobody recovered anything then, and a chain that began there would be broken from its second event on. */
export const isAhead = (form: Pick<RecoveryForm, 'date' | 'time' | 'zone'>, now: Date): boolean => {
  const at = recoveredAt(form)?.at
  return at !== undefined && at.getTime() > now.getTime() + SLACK_MS
}

/**
 * The moment at which custody of what was recovered began, as far as the form says it: null where no one day is stated.
 * Without a zone that is known, the day is that of UTC.
 */
export function recoveredAt({ date, time, zone }: Pick<RecoveryForm, 'date' | 'time' | 'zone'>): RecoveredAt | null {
  const read = readPartialDate(date)
  if (!read.ok || read.date.from !== read.date.to) return null
  const hour = time ?? EARLIEST
  const at = momentIn(read.date.from, hour, zone ?? 'UTC') ?? momentIn(read.date.from, hour, 'UTC')
  return at && { at, ...(time === undefined && { statedDay: read.date.from }) }
}
