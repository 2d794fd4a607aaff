import type { WhyNotAnswer } from '@proofmark/contract/schemas/why-not'
import type { Message } from '@proofmark/matching/line'
import { presentItem, presentMark } from '../../records/present/item.ts'
import type { WhyNot } from '../commands/why-not.ts'
import type { CandidateDetails } from '../queries/candidates.ts'
import type { LinkedRecord } from '../rules/pair.ts'
import { presentAlignment, serialLineOf } from './alignment.ts'
import { presentEvidence } from './evidence.ts'
import type { Wording } from './wording.ts'

function presentRecord({ record, item }: LinkedRecord, { source, key, agency, event, date }: CandidateDetails) {
  return { record, source, key, agency, event, date, read: presentItem(item) }
}

function presentMarks({ one, other, lines, balance }: WhyNot): WhyNotAnswer['marks'] {
  const line = serialLineOf(lines)
  const [own, theirs] = [one.item.marks[line?.asked ?? 0], other.item.marks[line?.recorded ?? 0]]
  if (!own || !theirs) return null
  return {
    own: presentMark(own),
    other: presentMark(theirs),
    alignment: line ? presentAlignment(balance, one.item, other.item, lines) : null,
  }
}

/** What a reader sees of two records that they chose, and of what joins them or keeps them apart. */
export function presentWhyNot(found: WhyNot, wording: Wording): WhyNotAnswer {
  const { one, other, details, outcome, thresholds, heldBack, weighed, together, lines, probability } = found
  const say = ({ id, parameters }: Message) => wording.say(id, parameters)
  return {
    record: presentRecord(one, details[0]),
    other: presentRecord(other, details[1]),
    outcome,
    text: say({ id: `why_not.outcome.${outcome}`, parameters: {} }),
    together,
    relation: weighed?.relation ?? null,
    verdict: weighed?.verdict ?? null,
    probability,
    evidence: presentEvidence(lines, other.item, wording),
    marks: presentMarks(found),
    thresholds: [...thresholds],
    heldBack: heldBack.map((reason) => ({ reason, text: say({ id: `why_not.held_back.${reason}`, parameters: {} }) })),
    ways: found.ways.map(({ from, way }) => ({ from, found: way.found, lines: way.lines.map(say) })),
    rivals: found.rivals.map(({ beside, rival, details: shown, bits, probability: likely }) => ({
      ...presentRecord(rival, shown),
      beside,
      bits,
      probability: likely,
    })),
    judgements: found.judgements.map(({ verdict, state, by, agency, at, reason }) => ({
      verdict,
      state,
      by,
      agency,
      at: at.toISOString(),
      reason,
    })),
  }
}
