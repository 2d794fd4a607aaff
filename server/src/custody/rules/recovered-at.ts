import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { readPartialDate } from '@proofmark/domain/partial-date'
import { momentIn } from '@proofmark/domain/time-zone'

/** Where no hour is known custody began at the earliest: nothing that followed on that day is before it. */
const EARLIEST = '00:00'

/**
 * The moment at which custody of what was recovered began, as far as the form says it: null where no one day is stated.
 * Without a zone that is known, the day is that of UTC.
 */
export function recoveredAt({ date, time, zone }: Pick<RecoveryForm, 'date' | 'time' | 'zone'>): Date | null {
  const read = readPartialDate(date)
  if (!read.ok || read.date.from !== read.date.to) return null
  const at = time ?? EARLIEST
  return momentIn(read.date.from, at, zone ?? 'UTC') ?? momentIn(read.date.from, at, 'UTC')
}
