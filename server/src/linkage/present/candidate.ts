import type { MessageParameters, Say } from '@proofmark/contract/messages'
import type { FindAnswer } from '@proofmark/contract/schemas/find'
import type { Mark } from '@proofmark/domain/marking'
import type { Message } from '@proofmark/matching/line'
import { presentItem, presentMark } from '../../records/present/item.ts'
import type { Candidate, Found } from '../commands/find.ts'

export type Isolate = (parameters: MessageParameters) => MessageParameters

const asTheyAre: Isolate = (parameters) => parameters

/** Names within a sentence, each in a directional isolate: else right-to-left text turns `9×19` into `19×9`. */
export const isolateNames: Isolate = (parameters) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? `\u2068${value}\u2069` : value,
    ]),
  )

const textOf = (messages: readonly Message[], say: Say, isolate: Isolate): string =>
  messages
    .map(({ id, parameters }) => say(id, isolate(parameters)))
    .reduce((first, second) => say('evidence.both', { first, second }))

/** The mark that the serial's line speaks of. */
function matchedMark({ item, lines }: Candidate): Mark {
  const place = lines.find(({ field }) => field === 'serial')?.recorded ?? 0
  return item.marks[place] ?? item.serial
}

/** What a reader sees of a candidate. The item it belongs to is shown under the record itself until links are judged. */
function presentCandidate(candidate: Candidate, say: Say, isolate: Isolate): FindAnswer['candidates'][number] {
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
    evidence: lines.map(({ field, bits, message, more = [] }) => ({
      field,
      bits,
      text: textOf([message, ...more], say, isolate),
    })),
  }
}

/** What a reader sees of a search; `isolate` is for doors whose text may run right to left. */
export function presentFound(
  { query, candidates, fitting, ...found }: Found,
  say: Say,
  isolate: Isolate = asTheyAre,
): FindAnswer {
  return {
    ...found,
    more: fitting > candidates.length,
    query: presentMark(query),
    candidates: candidates.map((each) => presentCandidate(each, say, isolate)),
  }
}
