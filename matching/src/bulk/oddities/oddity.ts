import type { WordField } from '../fields.ts'

/** Numbers of records, and the share that they are of those that the oddity could concern. */
interface Counted {
  readonly count: number
  readonly share: number
}

/**
 * Something about records or a run that a person should know before its links are believed. Nothing is left out because
 * of it; places are positions on the roll.
 */
export type Oddity =
  /** There is nothing on a roll. */
  | { readonly kind: 'no_records' }
  /** Hardly any record bears a number that can be read. */
  | ({ readonly kind: 'no_marks' } & Counted)
  /** Numbers too long for anybody to number so; they take no part. */
  | ({ readonly kind: 'long_marks' } & Counted)
  /** Many records bear one number: `marks` such numbers, the first record that bears the commonest of them. */
  | ({ readonly kind: 'common_mark'; readonly marks: number; readonly first: number } & Counted)
  /** Numbers that begin or end with the year of their own record: numbers of cases rather than of firearms. */
  | ({ readonly kind: 'case_numbers' } & Counted)
  /** The numbers from this year on look otherwise than those before it; the share of them that would have to change. */
  | ({ readonly kind: 'format_changed'; readonly year: number } & Counted)
  /** Hardly any record states a field. */
  | ({ readonly kind: 'field_missing'; readonly field: WordField } & Counted)
  /** Most of what records state in a field is in no table. */
  | ({ readonly kind: 'field_unread'; readonly field: WordField } & Counted)
  /** Records that stand on the roll more than once with all that they say. */
  | ({ readonly kind: 'repeated_records' } & Counted)
  /** Identifiers that were given more than once. */
  | ({ readonly kind: 'repeated_identifiers' } & Counted)
  /** Records that stand with all that they say on the other roll as well: one source under two names. */
  | ({ readonly kind: 'same_source' } & Counted)
  /** Common numbers of which not everything was looked at; `count` look-ups were cut short. */
  | ({ readonly kind: 'cut_short' } & Counted)
  /** Entries to which many records are linked, and the one that has most. */
  | ({ readonly kind: 'crowded_entries'; readonly entry: number; readonly records: number } & Counted)
  /** Records with several entries that are as likely as each other and together likelier than none. */
  | ({ readonly kind: 'undecidable' } & Counted)
  /**
   * What was learned says that hardly any number is kept (`share`): numbers next in series were taken for damaged ones, and
   * the links are not to be believed. To be run again with `series`. `count` is how many links there are.
   */
  | ({ readonly kind: 'numbers_not_kept' } & Counted)
  /** Nothing at all was found for records that bear a number. */
  | ({ readonly kind: 'nothing_found' } & Counted)

export const counted = (count: number, of: number): Counted => ({ count, share: of === 0 ? 0 : count / of })
