import type { ReviewList, ReviewPair, ReviewShow } from '@proofmark/contract/schemas/review'
import type { ManyPreview } from '@proofmark/contract/schemas/review-many'
import type { ReviewWork } from '@proofmark/contract/schemas/review-work'
import { presentJudgement, presentMatch } from '../../linkage/present/match.ts'
import type { Wording } from '../../linkage/present/wording.ts'
import type { CandidateDetails } from '../../linkage/queries/candidates.ts'
import { presentItem } from '../../records/present/item.ts'
import { findingText } from '../../tracing/present/finding-words.ts'
import type { ListedEnd, ListedPair } from '../commands/list-review.ts'
import type { ShownReview, Supposed } from '../commands/show-review.ts'
import type { ShownWork } from '../commands/show-work.ts'
import type { Assigned } from '../queries/queue.ts'
import type { WaitingPair } from '../queries/weigh-open.ts'
import type { ManyFound } from '../runs/decide-many.ts'
import type { ReviewQueue } from '../runs/review-queue.ts'

const wordsOf = ({ reasons }: WaitingPair, { say }: Wording): string[] =>
  reasons.map(({ id, parameters }) => say(id, parameters))

function presentEnd({ record, details }: ListedEnd): ReviewPair['one'] {
  const { source, key, agency, event, date } = details
  return { record: record.record, source, key, agency, event, date, read: presentItem(record.item) }
}

/** Who has a pair. */
export const presentAssigned = (assigned: Assigned | null): ReviewPair['assigned'] =>
  assigned && { name: assigned.name, own: assigned.own }

function presentPair({ waiting, one, other, assigned }: ListedPair, wording: Wording): ReviewPair {
  const { kind, worth, pair } = waiting
  return {
    kind,
    probability: pair.probability,
    worth,
    why: wordsOf(waiting, wording),
    one: presentEnd(one),
    other: presentEnd(other),
    assigned: presentAssigned(assigned),
  }
}

/** A page of the queue as its reader sees it. */
export const presentQueue = ({ pairs, count, more, whole, next }: ReviewQueue, wording: Wording): ReviewList => ({
  pairs: pairs.map((each) => presentPair(each, wording)),
  count,
  more,
  whole,
  next,
})

/** What of review is for its reader by name. */
export function presentWork({ seconds, opinions, asked }: ShownWork): ReviewWork {
  const ends = ({ one, other }: { readonly one: ListedEnd; readonly other: ListedEnd }) => ({
    one: presentEnd(one),
    other: presentEnd(other),
  })
  return {
    seconds: seconds.map((each) => ({ ...ends(each), judgement: presentJudgement(each.judgement) })),
    opinions: opinions.map((each) => ({ ...ends(each), by: each.by, at: each.at.toISOString() })),
    asked: asked.map((each) => ({ ...ends(each), of: each.of, at: each.at.toISOString(), agrees: each.agrees })),
  }
}

/** What a decision over many would be about, as its reader sees it. */
export function presentMany(
  { pairs, more, weakest, firearms, heldBack }: ManyFound,
  details: ReadonlyMap<string, CandidateDetails>,
): ManyPreview {
  return {
    pairs: pairs.map(({ pair: { record, other } }) => ({ record, other })),
    more,
    weakest: weakest.flatMap(({ pair, one, other }): ReviewPair[] => {
      const [first, second] = [details.get(one.record), details.get(other.record)]
      if (!first || !second) return []
      return [
        {
          kind: 'undecided',
          probability: pair.probability,
          worth: 0,
          why: [],
          one: presentEnd({ record: one, details: first }),
          other: presentEnd({ record: other, details: second }),
          assigned: null,
        },
      ]
    }),
    firearms,
    heldBack,
  }
}

/** One pair on the desk as its reader sees it. */
export function presentReview(shown: ShownReview, wording: Wording): ReviewShow {
  const { waiting, own, details, match, rivals, now, same, different, chain, known } = shown
  const refer = (records: readonly string[]) =>
    records.flatMap((record) => {
      const found = known.get(record)
      return found ? [{ record, source: found.source.name, key: found.key }] : []
    })
  const told = ({ findings }: Supposed) => new Set(findings.map((finding) => findingText(finding, wording)))
  const before = told(now)
  const effectOf = (then: Supposed): ReviewShow['effects']['same'] => {
    const after = told(then)
    return {
      records: then.members.length,
      joined: refer(then.members.filter((record) => !now.members.includes(record))),
      parted: refer(now.members.filter((record) => !then.members.includes(record))),
      status: then.status,
      come: [...after].filter((text) => !before.has(text)),
      gone: [...before].filter((text) => !after.has(text)),
    }
  }
  return {
    kind: waiting?.kind ?? null,
    why: waiting ? wordsOf(waiting, wording) : [],
    own: presentEnd({ record: own, details }),
    match: presentMatch(own.item, match, wording),
    part: match.pair.evidence?.part != null && match.pair.evidence.otherPart === null ? 'own' : 'match',
    rivals: rivals.map((each) => presentMatch(own.item, each, wording)),
    status: now.status,
    effects: { same: effectOf(same), different: effectOf(different) },
    chain: chain?.flatMap(({ record, link }) => refer([record]).map((each) => ({ ...each, link }))) ?? null,
    assigned: presentAssigned(shown.assigned),
  }
}
