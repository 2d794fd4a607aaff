/** What looks odd about an item while it is entered: hints beside the fields, never a reason to refuse (DOMAIN 4.7, 4.8). */
import type { Hint, HintContext } from './hint.ts'
import { hintsOnFit } from './hints-fit.ts'
import { hintsOnOrigin } from './hints-origin.ts'
import { hintsOnSerial } from './hints-serial.ts'
import { hintsOnYear } from './hints-year.ts'
import type { ItemRead } from './item.ts'

const WORDS = ['type', 'make', 'importer', 'model', 'calibre', 'country'] as const
/** Longer texts are not repeated in a hint. In UTF-16 code units. */
const LONGEST_SHOWN = 80

/** Words that no table knows: they are kept, but nothing will be found by them. */
function unreadWords(item: ItemRead): Hint[] {
  return WORDS.flatMap((field): Hint[] => {
    const { said, stated } = item[field]
    return said === 'unread' ? [{ field, id: 'word_not_read', params: { stated: shown(stated ?? '') } }] : []
  })
}

function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).toWellFormed()}…` : text
}

/**
 * All that looks odd about an item, in the order of an entry's fields. Empty where nothing is, or where the tables do
 * not know enough to say: a hint is given only where a fact speaks against what is stated. Never throws.
 */
export function itemHints(item: ItemRead, context: HintContext): Hint[] {
  const hints = [
    ...unreadWords(item),
    ...hintsOnOrigin(item, context),
    ...hintsOnFit(item),
    ...hintsOnYear(item, context),
    ...hintsOnSerial(item),
  ]
  return hints.map((hint) => ({
    ...hint,
    params: Object.fromEntries(
      Object.entries(hint.params).map(([name, value]) => [name, typeof value === 'string' ? shown(value) : value]),
    ),
  }))
}
