import type { Context } from '../../access/context.ts'
import { askedByRow, type StatedRow } from '../rules/asked-item.ts'
import { admitSearch } from './admit-search.ts'
import { auditFound, type Found, findAsked, readersVocabulary } from './find.ts'
import { isSearchable } from './search-records.ts'

/** One row of a list: what it states of a firearm, by field. */
export interface AskedRow {
  readonly row: number
  readonly stated: StatedRow
}

/** What came of a row: what was found, or null where there is nothing to look for. */
export interface RowFound {
  readonly row: number
  readonly found: Found | null
}

/**
 * Looks every row of a list up, each as a search of its own in the access log. A row whose serial is a word for no
 * number, or of which too little is left, is answered with null and never with "nothing found". Throws `search_busy` and
 * `search_too_slow`.
 */
export async function findRows(context: Context, rows: readonly AskedRow[], limit: number): Promise<RowFound[]> {
  const vocabulary = await readersVocabulary(context)
  return admitSearch(context, async () => {
    const answers: RowFound[] = []
    for (const { row, stated } of rows) {
      const asked = askedByRow(stated, vocabulary)
      const found = isSearchable(asked.marks) ? await findAsked(context, asked, limit) : null
      if (found) await auditFound(context, stated, found)
      answers.push({ row, found })
    }
    return answers
  })
}
