/** A column of a row that names a person, in one role towards the item. */
export interface PersonValue {
  readonly field: string
  readonly role: string
  readonly value: string
  /** Does the value tell this person from all others, as a number of an identity card does? */
  readonly identifies?: boolean
}

/** One item that a row speaks of, by our standard columns; only what is stated. */
export interface MappedItem {
  /** Its place among several items of one row, from 1; null where the row speaks of one. */
  readonly position: number | null
  readonly stated: Readonly<Record<string, string>>
}

/** A row of a file by a profile: what it says of items, and apart from it what it says of persons. */
export interface MappedRow {
  /** The source's own key; null where the file has no key column. */
  readonly key: string | null
  /** The row whole, by the file's own headings, without the columns of persons. */
  readonly raw: Readonly<Record<string, string>>
  readonly persons: readonly PersonValue[]
  /** At least one. */
  readonly items: readonly MappedItem[]
}

/** A row that has its key: the source's own, or one made from what it says. */
export interface KeyedMappedRow extends MappedRow {
  readonly key: string
}
