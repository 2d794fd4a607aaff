import type { FindAnswer } from '@proofmark/contract/schemas/find'
import type { Mark } from '@proofmark/domain/marking'
import { presentItem, presentMark } from '../../records/present/item.ts'
import type { Candidate, Found } from '../commands/find.ts'
import { presentEvidence } from './evidence.ts'
import type { Wording } from './wording.ts'

/** The mark that the serial's line speaks of. */
function matchedMark({ item, lines }: Candidate): Mark {
  const place = lines.find(({ field }) => field === 'serial')?.recorded ?? 0
  return item.marks[place] ?? item.serial
}

/** What a reader sees of a candidate, and under which identifier the firearm it belongs to is shown. */
function presentCandidate(candidate: Candidate, wording: Wording): FindAnswer['candidates'][number] {
  const { record, source, agency, key, event, date, own, item, lines } = candidate
  return {
    record,
    source,
    agency,
    key,
    item: candidate.firearm,
    event,
    date,
    own,
    read: presentItem(item),
    matched: presentMark(matchedMark(candidate)),
    probability: candidate.probability,
    evidence: presentEvidence(lines, item, wording),
  }
}

/** What a reader sees of a search. */
export function presentFound({ query, candidates, fitting, ...found }: Found, wording: Wording): FindAnswer {
  return {
    ...found,
    unread: [...found.unread],
    more: fitting > candidates.length,
    query: presentMark(query),
    candidates: candidates.map((each) => presentCandidate(each, wording)),
  }
}
