import type { TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import type { EventKind } from '@proofmark/domain/event-kind'
import type { ItemRead } from '@proofmark/domain/item'
import type { LifeRecord } from '../life-record.ts'
import { countryInPlace } from './country-in-place.ts'

type NextHop = NonNullable<TraceReplyMessage['next']>

const ARRIVALS: ReadonlySet<EventKind> = new Set(['import', 'delivery'])
/** After these it was at home again, whatever went before. */
const HELD_HERE: ReadonlySet<EventKind> = new Set(['import', 'registration', 'transfer', 'allocation', 'stocktaking'])

const nameOf = ({ importer }: ItemRead): string | null =>
  importer.name ?? (importer.said === 'unread' ? importer.stated : null)

/**
 * The state that is to be asked next: the one to which the last export went by these records, the first first, with the
 * importer there where one is named. A record that it arrived says more than the export’s own place; a licence is no export. Null
 * where it never left, or was held at home again since.
 */
export function nextHopOf(records: readonly LifeRecord[], home: string): NextHop | null {
  const moved = records.filter(({ rowKind }) => rowKind !== 'consignment')
  const left = moved.findLastIndex(({ event }) => event === 'export')
  if (left === -1) return null
  const since = moved.slice(left)
  const away = ({ place }: LifeRecord): string | null => {
    const country = countryInPlace(place)
    return country === home ? null : country
  }
  if (since.some((each) => HELD_HERE.has(each.event) && away(each) === null)) return null
  const arrived = since.findLast((each) => ARRIVALS.has(each.event) && away(each) !== null)
  const last = arrived ?? since[0]!
  const country = away(last)
  if (country === null) return null
  const importer = [last, since[0]!].map(({ item }) => nameOf(item)).find((name) => name !== null) ?? null
  return { country, importer: importer?.slice(0, 200) ?? null, role: 'last_import' }
}
