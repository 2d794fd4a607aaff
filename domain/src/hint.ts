/** The fields of an entry beside which a hint may stand. */
export type HintField = 'serial' | 'make' | 'importer' | 'model' | 'calibre' | 'type' | 'country' | 'year'

/** Every hint there is; each is a sentence of the message catalogues. */
export const HINT_IDS = [
  'serial_long',
  'serial_short',
  'serial_one_character_repeated',
  'serial_counts_up',
  'serial_no_digits',
  'serial_is_model',
  'serial_is_calibre',
  'serial_is_other_mark',
  'serial_foreign_script',
  'serial_mixed_script',
  'serial_not_read',
  'serial_only_other_number',
  'serial_unusual_for_make',
  'word_not_read',
  'make_is_importer',
  'make_is_brand',
  'make_is_ammunition',
  'importer_missing',
  'country_not_of_make',
  'calibre_not_of_model',
  'type_not_of_model',
  'calibre_of_air_weapon',
  'calibre_of_blank_arm',
  'calibre_of_launcher',
  'calibre_is_bore',
  'calibre_is_cartridge',
  'year_not_read',
  'year_in_future',
  'year_before_make',
  'year_before_model',
  'year_before_calibre',
  'year_after_country',
] as const
export type HintId = (typeof HINT_IDS)[number]

/**
 * What looks odd about an entry, for whoever makes it: a message with its parameters, beside a field. A hint is never a
 * reason to refuse. Parameters named `country`, `countries`, `type` and `types` are codes, several of them separated by
 * blanks; the others are names and numbers as they are to be shown.
 */
export interface Hint {
  readonly field: HintField
  readonly id: HintId
  readonly params: Readonly<Record<string, string | number>>
}

/** What the rules of hints know beside the item. */
export interface HintContext {
  /** ISO 3166-1 alpha-2 of the state that the entry is made in; null where the installation does not say. */
  readonly country: string | null
  /** The day, `YYYY-MM-DD`. */
  readonly today: string
}
