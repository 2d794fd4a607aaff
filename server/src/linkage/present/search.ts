import type { SearchAnswer, SearchMatch } from '@proofmark/contract/schemas/search'
import { presentItem } from '../../records/present/item.ts'
import type { Searched, SearchedRecord } from '../commands/search.ts'
import type { FoundQuestion } from '../queries/questions-by-words.ts'
import { excerpt } from '../rules/excerpt.ts'
import type { MatchedText } from '../rules/matched-texts.ts'

const presentMatch = ({ field, ...matched }: MatchedText): SearchMatch => ({ field, ...excerpt(matched) })

function presentRecord({ stated: _, agencyId: __, item, matched, ...record }: SearchedRecord) {
  return { kind: 'record' as const, ...record, read: presentItem(item), matched: matched.map(presentMatch) }
}

function presentQuestion({ askedAt, matched, ...question }: FoundQuestion) {
  return { kind: 'question' as const, ...question, askedAt: askedAt.toISOString(), matched: matched.map(presentMatch) }
}

/** What a reader sees of a search: the questions of their agency first, then records. */
export function presentSearched({ records, questions, total, next }: Searched): SearchAnswer {
  return {
    totals: { record: total, question: questions.total },
    results: [...questions.questions.map(presentQuestion), ...records.map(presentRecord)],
    next,
  }
}
