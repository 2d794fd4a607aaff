import type { Role } from '@proofmark/contract/roles'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { searchedTexts } from '../../records/rules/searched-texts.ts'
import { type FoundQuestions, questionsByWords } from '../queries/questions-by-words.ts'
import { recordsByWords, type WordedRecord } from '../queries/records-by-words.ts'
import { type MatchedText, matchedTexts } from '../rules/matched-texts.ts'
import { formatPlace, parsePlace } from '../rules/search-place.ts'
import { searchWords, type Words } from '../rules/search-words.ts'
import { admitSearch } from './admit-search.ts'

const READERS: readonly Role[] = ['recorder', 'trace_officer', 'investigator', 'analyst', 'data_steward']

export interface Search {
  /** Words or a number out of a file, as typed. */
  readonly words: string
  readonly limit: number
  /** The place behind which the results go on, as an earlier answer gave it. */
  readonly after?: string | undefined
}

export interface SearchedRecord extends WordedRecord {
  readonly own: boolean
  readonly matched: readonly MatchedText[]
}

export interface Searched {
  readonly records: readonly SearchedRecord[]
  readonly questions: FoundQuestions
  /** How many records that the reader may see state it. */
  readonly total: number
  /** The place behind which the results go on; null where there are no more. */
  readonly next: string | null
}

const NO_QUESTIONS: FoundQuestions = { total: 0, questions: [] }

/** Keys are hashes, so the words are compared with the texts themselves before a record is shown. */
function stating(context: Context, ways: readonly Words[]) {
  return (record: WordedRecord): SearchedRecord[] => {
    const matched = matchedTexts(searchedTexts(record.key, record.stated), ways)
    return matched ? [{ ...record, own: record.agencyId === context.reader.agency?.id, matched }] : []
  }
}

/**
 * The records that state these words in key, reference, place or reason, among those that the reader may see, latest
 * event first; on the first page also the questions of the reader's own agency that were asked under such a reference.
 * The disclosure is in the access log before it is answered. Throws `role_needed`, `search_empty`, `search_too_long`,
 * `search_too_wide`, `search_busy`, `search_too_slow`, and `body_invalid` for a place that no answer gave.
 */
export async function search(context: Context, { words, limit, after }: Search): Promise<Searched> {
  needRole(context.reader, READERS)
  const ways = searchWords(words)
  const place = after === undefined ? null : parsePlace(after)
  const { page, questions } = await admitSearch(context, async () => ({
    page: await recordsByWords(context, ways, { after: place, limit }),
    questions: place ? NO_QUESTIONS : await questionsByWords(context, ways),
  }))
  const records = page.records.flatMap(stating(context, ways))
  const last = page.records.at(-1)
  await context.audit({
    action: 'record.searched',
    subjects: [...records.map(({ record }) => record), ...questions.questions.map(({ question }) => question)],
    // What was typed need not be well-formed; what is kept as JSON must be.
    body: { query: words.toWellFormed(), results: records.length + questions.questions.length },
  })
  return {
    records,
    questions,
    total: page.total - (page.records.length - records.length),
    next: page.more && last ? formatPlace({ ...last.date, record: last.record }) : null,
  }
}
