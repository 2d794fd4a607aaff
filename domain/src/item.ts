import type { Mark } from './marking.ts'

/** The columns of one item as a source states them: text, untouched. An absent column is `undefined`. */
export interface StatedItem {
  readonly serial?: string
  /** A word of `MARK_STATES`, where the source says in a column of its own what there is of the serial. */
  readonly serialState?: string
  readonly make?: string
  readonly importer?: string
  readonly model?: string
  readonly calibre?: string
  readonly type?: string
  readonly country?: string
  readonly year?: string
  readonly part?: string
}

/**
 * A word that a table knows, or does not. `code` is the table's key, `name` how it is shown. Where no table knows the
 * word, `known` is false, `said` is `unread`, `code` and `name` are null and the stated text waits for a curator. Where
 * nothing is stated, or a word such as `semmarca` or `n/c` that is no name at all, nothing waits: `known` is true,
 * `code` null, and `said` says what the source says. An obliterated or illegible maker's mark is not a missing one.
 */
export interface ReadWord {
  readonly stated: string | null
  readonly code: string | null
  readonly name: string | null
  readonly known: boolean
  readonly said: 'named' | 'not_recorded' | 'none' | 'obliterated' | 'illegible' | 'craft' | 'unread'
}

/** Is the item a firearm at all? `unknown` where the type is not stated, not read, or says no more than *other*. */
export type ItemCategory = 'firearm' | 'component' | 'ammunition' | 'other' | 'unknown'

/** Where the firearm's lethality comes from, as far as the stated words say so (DOMAIN 2.11, ORIGIN_OF_LETHALITY). */
export type OriginOfLethality =
  | 'original'
  | 'converted'
  | 'reactivated'
  | 'craft_produced'
  | 'privately_made'
  | 'modified'
  | 'deactivated'
  | 'unknown'

export interface ItemRead {
  /** Version of the tables that read it; a record read by older tables is read again in the background. */
  readonly tables: number
  readonly category: ItemCategory
  readonly serial: Mark
  /** Every number in the serial field and elsewhere, the serial first. */
  readonly marks: readonly Mark[]
  readonly make: ReadWord
  readonly importer: ReadWord
  readonly model: ReadWord
  readonly calibre: ReadWord
  readonly type: ReadWord
  readonly action: ReadWord
  readonly country: ReadWord
  /** Year of manufacture as an interval, null where unknown. */
  readonly yearStated: string | null
  readonly year: { readonly from: number; readonly to: number } | null
  readonly lethality: OriginOfLethality
}
