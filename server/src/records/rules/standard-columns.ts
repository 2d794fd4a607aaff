import { ITEM_FIELDS, PROFILE_FIELDS } from '@proofmark/contract/profile-fields'
import { headingKey } from './file-columns.ts'

/**
 * Columns that a file may carry without a profile. `id` is the source's key; `date` is when it happened, not when it was
 * written down.
 */
export const KEY_COLUMN = 'id'
export const ITEM_COLUMNS = ITEM_FIELDS
/** Columns that name a person, with the role in which they do; their values stand apart and can be erased. */
export const PERSON_COLUMNS = { holder: 'holder' } as const

const KNOWN: ReadonlySet<string> = new Set([KEY_COLUMN, ...PROFILE_FIELDS, ...Object.keys(PERSON_COLUMNS)])
const ITEMS: readonly string[] = ITEM_COLUMNS

/** Which of a file's columns are ours, by their heading in any case and with blanks around it. */
export function recogniseColumns(headings: readonly string[]): ReadonlyMap<string, string> {
  const recognised = new Map<string, string>()
  const taken = new Set<string>()
  for (const heading of headings) {
    const word = headingKey(heading)
    if (!KNOWN.has(word) || taken.has(word)) continue
    taken.add(word)
    recognised.set(heading, word)
  }
  return recognised
}

/** Does a file with these headings state anything of an item by our own columns? */
export function statesAnItem(headings: Iterable<string>): boolean {
  for (const heading of headings) if (ITEMS.includes(headingKey(heading))) return true
  return false
}
