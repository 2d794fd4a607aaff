import { LONGEST_WORD, MOST_WORDS } from '@proofmark/contract/searched-fields'
import { searchedWords } from '@proofmark/domain/searched-words'
import { norm, skeleton } from '@proofmark/domain/serial-norm'
import { exactKeys } from '@proofmark/matching/query-keys'
import type { Context } from '../../access/context.ts'
import { candidatesByKeys } from '../../linkage/queries/candidates.ts'
import { recordsByWords } from '../../linkage/queries/records-by-words.ts'
import { describedMarks, isDescribedBy } from '../rules/described-mark.ts'

/** So many of a kind are found at most. */
export const MOST_OF_KIND = 20
/** A word in more records than these is none to start from. */
const MOST_POSTED = 10_000

/** A pattern of SQL for what holds the text. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** Records of a mark that the text describes by its make or model, those of the mark alone that the words beside it name. */
async function describedRecords(context: Context, text: string): Promise<string[]> {
  const found: string[] = []
  for (const { skeleton: mark, words } of describedMarks(text)) {
    const marked = await candidatesByKeys(context, exactKeys({ skeleton: mark }))
    found.push(...marked.filter(({ item }) => isDescribedBy(item, words)).map(({ record }) => record))
  }
  return found.slice(0, MOST_OF_KIND)
}

/** Records under the mark that the text is or that it describes, and those under its words. Throws `search_too_wide` for a word that is everywhere. */
export async function foundRecords(context: Context, text: string): Promise<string[]> {
  const mark = skeleton(norm(text))
  const marked = mark === '' ? [] : await candidatesByKeys(context, exactKeys({ skeleton: mark }))
  const words = [...new Set(searchedWords(text).runs.map(({ word }) => word))]
  const postable = words.length > 0 && words.length <= MOST_WORDS && words.every((word) => word.length <= LONGEST_WORD)
  const worded = postable ? await recordsWith(context, words) : []
  return [
    ...new Set([
      ...marked.slice(0, MOST_OF_KIND).map(({ record }) => record),
      ...(await describedRecords(context, text)),
      ...worded,
    ]),
  ]
}

async function recordsWith(context: Context, words: readonly string[]): Promise<string[]> {
  const page = await recordsByWords(context, [words], { after: null, limit: MOST_OF_KIND }, MOST_POSTED)
  return page.records.map(({ record }) => record)
}
