import type { Custodian, RecordRole } from '@proofmark/contract/life-words'
import type { EventKind } from '@proofmark/domain/event-kind'
import { type Bounds, boundsOf, boundsTogether } from './bounds.ts'
import { custodianOf, roleOf } from './event-traits.ts'
import type { LifeRecord, RecoveryVerdict } from './life-record.ts'
import { byDay, inOrder } from './order.ts'
import { groupRecoveries, type Recovery } from './recoveries.ts'

/** One thing that happened to the item, with the records that tell of it. */
export interface Happening {
  readonly event: EventKind
  readonly role: RecordRole
  readonly custodian: Custodian | null
  readonly bounds: Bounds
  readonly records: readonly LifeRecord[]
}

export interface Course {
  /** In order, the oldest first. */
  readonly happenings: readonly Happening[]
  readonly recoveries: readonly Recovery[]
}

function happening(records: readonly LifeRecord[]): Happening {
  const sorted = [...records].sort(byDay)
  const first = sorted[0]!
  return {
    event: first.event,
    role: roleOf(first),
    custodian: custodianOf(first),
    bounds: boundsTogether(sorted.map(boundsOf)),
    records: sorted,
  }
}

/** What a source says twice of one date it has said once: a copy is no second evidence. */
function withoutCopies(records: readonly LifeRecord[]): LifeRecord[][] {
  const told = new Map<string, LifeRecord[]>()
  for (const record of records) {
    const { source, event, date, rowKind } = record
    const place = roleOf(record) === 'custody' ? record.entry : ''
    const said = [source.id, event, rowKind, roleOf(record), date.from, date.to, place].join('\0')
    told.set(said, [...(told.get(said) ?? []), record])
  }
  return [...told.values()]
}

/** The course of an item's life: copies taken as one, reports of one recovery as one, all in order. */
export function courseOf(records: readonly LifeRecord[], verdicts: readonly RecoveryVerdict[]): Course {
  const isRecovery = (record: LifeRecord) => roleOf(record) === 'recovery'
  const recoveries = groupRecoveries(records.filter(isRecovery), verdicts)
  const others = withoutCopies(records.filter((record) => !isRecovery(record))).map(happening)
  const recovered = recoveries.map(({ records, bounds }) => ({ ...happening(records), bounds }))
  return { happenings: inOrder([...others, ...recovered]), recoveries }
}
