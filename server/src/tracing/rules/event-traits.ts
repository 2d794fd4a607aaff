import type { Custodian, RecordRole } from '@proofmark/contract/life-words'
import { readBallisticResult } from '@proofmark/domain/ballistic-result'
import type { EventKind } from '@proofmark/domain/event-kind'
import type { OriginOfLethality } from '@proofmark/domain/item'
import type { LifeRecord } from './life-record.ts'

interface EventTraits {
  /** Its place in the usual course of things, which orders events whose dates do not: lawful before illicit. */
  readonly rank: number
  readonly role: RecordRole
  /** In whose hands it shows the item, where the source does not say otherwise. */
  readonly custodian: Custodian | null
}

const row = (rank: number, role: RecordRole, custodian: Custodian | null = null): EventTraits => ({
  rank,
  role,
  custodian,
})

const TRAITS: Readonly<Record<EventKind, EventTraits>> = {
  manufacture: row(0, 'custody', 'maker'),
  marking: row(1, 'proof', 'maker'),
  'export-licence': row(2, 'permission'),
  'import-licence': row(3, 'permission'),
  export: row(4, 'custody', 'transit'),
  transit: row(5, 'custody', 'transit'),
  import: row(6, 'custody', 'trade'),
  delivery: row(7, 'custody', 'trade'),
  stocktaking: row(8, 'custody', 'state_stock'),
  registration: row(9, 'custody', 'private'),
  transfer: row(10, 'custody', 'private'),
  modification: row(19, 'nothing'),
  theft: row(20, 'illicit'),
  loss: row(21, 'illicit'),
  'loss-or-theft': row(22, 'illicit'),
  'online-offer': row(23, 'illicit'),
  shooting: row(24, 'illicit'),
  // After a theft: an entry is often closed because of it.
  deregistration: row(25, 'proof', 'private'),
  'ballistic-result': row(26, 'nothing'),
  seizure: row(30, 'recovery', 'state_custody'),
  find: row(31, 'recovery', 'state_custody'),
  surrender: row(32, 'recovery', 'state_custody'),
  examination: row(33, 'proof', 'state_custody'),
  'trace-result': row(34, 'nothing'),
  allocation: row(35, 'custody', 'state_stock'),
  return: row(36, 'custody', 'private'),
  deactivation: row(40, 'proof', 'trade'),
  destruction: row(41, 'proof', 'state_custody'),
}

export const rankOf = (event: EventKind): number => TRAITS[event].rank

/** Does a laboratory confirm that the item was used in an incident? A lead says nothing yet. */
export const isConfirmedHit = ({ event, reason }: Pick<LifeRecord, 'event' | 'reason'>): boolean =>
  event === 'ballistic-result' && readBallisticResult(reason) === 'hit'

const MADE_ILLICIT: ReadonlySet<OriginOfLethality> = new Set(['converted', 'reactivated'])

/** What a record does in a life. A licence or a consignment permits; it puts nothing into anybody's hands. */
export function roleOf(record: Pick<LifeRecord, 'event' | 'reason' | 'rowKind' | 'item'>): RecordRole {
  if (record.rowKind === 'consignment') return 'permission'
  if (record.event === 'modification') return MADE_ILLICIT.has(record.item.lethality) ? 'illicit' : 'nothing'
  return isConfirmedHit(record) ? 'illicit' : TRAITS[record.event].role
}

const OF_THE_STATE: ReadonlySet<string> = new Set(['stockpile', 'allocation'])

/** In whose hands a record shows the item, by its event and the kind of its source; null where in nobody's. */
export function custodianOf(record: LifeRecord): Custodian | null {
  const role = roleOf(record)
  const { custodian } = TRAITS[record.event]
  if (role !== 'custody' && role !== 'proof' && role !== 'recovery') return null
  if (custodian === 'private' && OF_THE_STATE.has(record.source.kind)) return 'state_stock'
  return custodian === 'private' && record.source.kind === 'delivery' ? 'trade' : custodian
}
