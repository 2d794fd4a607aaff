import type { Mark } from './marking.ts'

/** The columns of one item as a source states them: text, untouched. An absent column is `undefined`. */
export interface StatedItem {
  readonly serial?: string
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
 * word, `known` is false, `code` and `name` are null and the stated text waits for a curator. `said` says what a word
 * such as `semmarca` or `n/c` means where it is no name at all.
 */
export interface ReadWord {
  readonly stated: string | null
  readonly code: string | null
  readonly name: string | null
  readonly known: boolean
  readonly said: 'named' | 'not_recorded' | 'none' | 'craft' | 'unread'
}

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
  readonly year: { readonly from: number; readonly to: number } | null
  readonly lethality: OriginOfLethality
}
