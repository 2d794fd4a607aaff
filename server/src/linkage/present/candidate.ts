import type { FindAnswer, Candidate as Shown } from '@proofmark/contract/schemas/find'
import type { Mark } from '@proofmark/domain/marking'
import { presentItem, presentMark } from '../../records/present/item.ts'
import type { Candidate, Found } from '../commands/find.ts'
import { presentAlignment, serialLineOf } from './alignment.ts'
import { presentEvidence } from './evidence.ts'
import type { Wording } from './wording.ts'

/** The mark that the serial's line speaks of. */
function matchedMark({ item, lines }: Candidate): Mark {
  return item.marks[serialLineOf(lines)?.recorded ?? 0] ?? item.serial
}

/** What a reader sees of a candidate, and under which identifier the firearm it belongs to is shown. */
function presentCandidate(candidate: Candidate, wording: Wording): Shown {
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

/** What a reader sees of the candidates of a search. */
export const presentCandidates = ({ candidates }: Pick<Found, 'candidates'>, wording: Wording): Shown[] =>
  candidates.map((each) => presentCandidate(each, wording))

/** What a reader sees of a search for one mark. */
export function presentFound({ query, balance, candidates, fitting, ...found }: Found, wording: Wording): FindAnswer {
  return {
    ...found,
    unread: [...found.unread],
    more: fitting > candidates.length,
    query: presentMark(query),
    candidates: candidates.map((each) => ({
      ...presentCandidate(each, wording),
      alignment: presentAlignment(balance, { marks: [query] }, each.item, each.lines),
    })),
  }
}
