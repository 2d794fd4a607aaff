import type { ItemRead } from '@proofmark/domain/item'
import type { Context } from '../../access/context.ts'
import { type CandidateDetails, candidateDetails, countEntries } from '../queries/candidates.ts'
import { SAME_FROM } from '../rules/thresholds.ts'
import { isSearchable, searchRecords } from './search-records.ts'

/** A record that is more likely than not of the firearm that was read. */
export interface KnownRecord extends CandidateDetails {
  readonly probability: number
  /** Is it taken for the firearm that was read? Where its serial number is not whole, it may be another as well. */
  readonly same: boolean
}

/** Below this a record is not told as being of the firearm; whoever looks further finds it among the candidates. */
const LIKELY = 0.5

/**
 * The records of others that are likely to be of an item that was just recorded, best first, among those that the reader
 * may see; `besides` are not asked for, such as its own. Null where its mark is too little to look for. What is shown of
 * them is the caller's to log.
 */
export async function recordsOfItem(
  context: Context,
  item: ItemRead,
  besides: ReadonlySet<string>,
): Promise<KnownRecord[] | null> {
  const asked = { ...item, place: null }
  if (!isSearchable(asked.marks)) return null
  const ranked = await searchRecords(context, asked, await countEntries(context), besides)
  const likely = ranked.filter(({ probability }) => probability >= LIKELY)
  const details = await candidateDetails(
    context,
    likely.map(({ record }) => record.record),
  )
  const whole = item.serial.state === 'legible'
  return likely.flatMap(({ record, probability }) => {
    const detail = details.get(record.record)
    return detail ? [{ ...detail, probability, same: whole && probability >= SAME_FROM }] : []
  })
}
