import type { Say } from '@proofmark/contract/messages'
import type { FindAnswer } from '@proofmark/contract/schemas/find'
import { presentItem, presentMark } from '../../records/present/item.ts'
import type { Candidate, Found } from '../commands/find.ts'

/** What a reader sees of a candidate. The item it belongs to is shown under the record itself until links are judged. */
function presentCandidate(candidate: Candidate, say: Say): FindAnswer['candidates'][number] {
  const { record, source, agency, key, event, date, own, item, lines } = candidate
  return {
    record,
    source,
    agency,
    key,
    item: record,
    event,
    date,
    own,
    read: presentItem(item),
    probability: candidate.probability,
    evidence: lines.map(({ field, bits, message }) => ({ field, bits, text: say(message.id, message.parameters) })),
  }
}

export function presentFound({ query, candidates, ...found }: Found, say: Say): FindAnswer {
  return { ...found, query: presentMark(query), candidates: candidates.map((each) => presentCandidate(each, say)) }
}
