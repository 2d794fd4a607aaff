import { WORD_FIELDS } from '../fields.ts'
import type { Roll } from '../roll.ts'
import { NOTHING, UNREAD } from '../word-list.ts'
import { counted, type Oddity } from './oddity.ts'

/** From so few records nothing is concluded. */
const FEWEST = 20
const NEARLY_ALL = 0.95
const MOST = 0.5

/** Fields that hardly any record states, and fields whose words are in no table. */
export function oddWords({ length, words }: Roll): Oddity[] {
  if (length < FEWEST) return []
  return WORD_FIELDS.flatMap((field): Oddity[] => {
    let [missing, unread] = [0, 0]
    for (const word of words[field])
      if (word === NOTHING) missing++
      else if (word >= UNREAD) unread++
    const stated = length - missing
    if (missing > NEARLY_ALL * length) return [{ kind: 'field_missing', field, ...counted(missing, length) }]
    return unread > MOST * stated ? [{ kind: 'field_unread', field, ...counted(unread, stated) }] : []
  })
}
