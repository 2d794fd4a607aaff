/** The fields of words that are compared in bulk, in the order in which they bear on each other. */
export const WORD_FIELDS = ['make', 'model', 'calibre', 'type', 'country'] as const
export type WordField = (typeof WORD_FIELDS)[number]

/** Longer marks take no part: nobody numbers so, and each position costs. */
export const LONGEST_MARK = 32
/** No date is stated. */
export const NO_DAY = -0x80000000
