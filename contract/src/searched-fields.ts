/**
 * Which texts of a record are searched: the source's key, and what it states of reference, place and reason. Apart from
 * the schemas, so that the browser can name them before it loads a validator.
 */
export const SEARCHED_FIELDS = ['key', 'ref', 'place', 'reason'] as const
/** The same, and the reference under which a question was asked. */
export const MATCHED_FIELDS = [...SEARCHED_FIELDS, 'reference'] as const
export type MatchedField = (typeof MATCHED_FIELDS)[number]

/** More words of one search than these are no words out of a file, and longer ones are not posted. */
export const MOST_WORDS = 8
export const LONGEST_WORD = 40
