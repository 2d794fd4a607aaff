/**
 * Columns that a file may carry without a profile. `id` is the source's key; `date` is when it happened, not when it was
 * written down.
 */
export const ITEM_COLUMNS = ['serial', 'make', 'model', 'calibre', 'type', 'country', 'year'] as const
export const EVENT_COLUMNS = [
  'date',
  'event',
  'reason',
  'place',
  'ref',
  'part',
  'quantity',
  'until',
  'reported',
] as const
/** Columns that name a person, with the role in which they do; their values stand apart and can be erased. */
export const PERSON_COLUMNS: Readonly<Record<string, string>> = { holder: 'holder' }
export const KEY_COLUMN = 'id'

const KNOWN: ReadonlySet<string> = new Set([
  KEY_COLUMN,
  ...ITEM_COLUMNS,
  ...EVENT_COLUMNS,
  ...Object.keys(PERSON_COLUMNS),
])
const ITEMS: readonly string[] = ITEM_COLUMNS

/** Which of a file's columns are ours, by their heading in any case and with blanks around it. */
export function recogniseColumns(headings: readonly string[]): ReadonlyMap<string, string> {
  const recognised = new Map<string, string>()
  for (const heading of headings) {
    const word = heading.trim().toLowerCase()
    if (KNOWN.has(word) && ![...recognised.values()].includes(word)) recognised.set(heading, word)
  }
  return recognised
}

/** A file that states nothing of an item cannot be imported. */
export function statesAnItem(columns: Iterable<string>): boolean {
  for (const column of columns) if (ITEMS.includes(column)) return true
  return false
}
