import type { EventKind } from '@proofmark/domain/event-kind'
import type { ItemRead } from '@proofmark/domain/item'
import type { Part } from '@proofmark/domain/marking'
import type { RowKind } from '@proofmark/domain/row-kind'
import type { SourceKind } from '@proofmark/domain/source-kind'

/** The days between two, both included; null where there is no bound. */
export interface Days {
  readonly from: string | null
  readonly to: string | null
}

/** How a record came to the item: asked for, by links that persons judged, or by a model's link alone. */
export type Link = 'self' | 'confirmed' | 'working'

/** A record as the rules of a life see it: plain, as it stands, without any person. */
export interface LifeRecord {
  readonly record: string
  readonly link: Link
  readonly source: { readonly id: string; readonly name: string; readonly kind: SourceKind }
  readonly agency: string
  readonly key: string
  /** The first record of the register entry that this one belongs to; its own identifier where it stands alone. */
  readonly entry: string
  readonly event: EventKind
  readonly rowKind: RowKind
  readonly date: Days
  /** Until when it holds. */
  readonly until: Days
  /** When it was told to whoever wrote it down. */
  readonly reported: Days
  readonly place: string | null
  readonly reason: string | null
  readonly item: ItemRead
}

/** What is known of the item beside its own records; each names records by their identifiers. */
export interface Surroundings {
  readonly components: readonly {
    readonly record: string
    readonly part: Part
    readonly direction: 'bears' | 'borne' | 'shared'
    readonly judged: 'confirmed' | 'working'
  }[]
  readonly lot: readonly string[]
  readonly undecided: readonly { readonly record: string; readonly probability: number }[]
  readonly listedTwice: readonly { readonly record: string; readonly other: string }[]
  /** What persons judged of pairs of recoveries: one, or two. */
  readonly recoveries: readonly RecoveryVerdict[]
}

export interface RecoveryVerdict {
  readonly record: string
  readonly other: string
  readonly verdict: 'same' | 'different'
}

/** All that a life is judged from. Rules get the day as an argument. */
export interface LifeFacts extends Surroundings {
  readonly records: readonly LifeRecord[]
  readonly today: string
}
