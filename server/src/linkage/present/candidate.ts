import type { FindAnswer } from '@proofmark/contract/schemas/find'
import type { ItemRead } from '@proofmark/domain/item'
import type { Mark } from '@proofmark/domain/marking'
import type { Line } from '@proofmark/matching/line'
import { presentItem, presentMark } from '../../records/present/item.ts'
import type { Candidate, Found } from '../commands/find.ts'
import { localName, type Wording } from './wording.ts'

/** The sentences of a line, with the record's own words in the reader's language where there are such. */
function textOf({ field, message, more = [] }: Line, item: ItemRead, wording: Wording): string {
  const { say, isolate = (parameters) => parameters } = wording
  const name = localName(field, item, wording)
  return [message, ...more]
    .map(({ id, parameters }) => say(id, isolate(name === null ? parameters : { ...parameters, record: name })))
    .reduce((first, second) => say('evidence.both', { first, second }))
}

/** The mark that the serial's line speaks of. */
function matchedMark({ item, lines }: Candidate): Mark {
  const place = lines.find(({ field }) => field === 'serial')?.recorded ?? 0
  return item.marks[place] ?? item.serial
}

/** What a reader sees of a candidate. The item it belongs to is shown under the record itself until links are judged. */
function presentCandidate(candidate: Candidate, wording: Wording): FindAnswer['candidates'][number] {
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
    matched: presentMark(matchedMark(candidate)),
    probability: candidate.probability,
    evidence: lines.map((line) => ({ field: line.field, bits: line.bits, text: textOf(line, item, wording) })),
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
