import type { Judgement, RecordMatches as Shown } from '@proofmark/contract/schemas/judgement'
import type { ItemRead } from '@proofmark/domain/item'
import { presentItem, presentMark } from '../../records/present/item.ts'
import { spreadsheetLine } from '../../records/present/spreadsheet-line.ts'
import type { OpenJudgement, RecordMatch, RecordMatches } from '../commands/record-matches.ts'
import type { ListedMatch } from '../runs/list-matches.ts'
import { presentAlignment, serialLineOf } from './alignment.ts'
import { presentEvidence } from './evidence.ts'
import { probabilityFigure } from './probability-figure.ts'
import type { Wording } from './wording.ts'

export function presentJudgement(judged: OpenJudgement): Judgement {
  const { id, number, about, verdict, state, by, agency, at, reason, bulk, withdrawable, secondable } = judged
  return {
    id,
    number,
    about,
    verdict,
    state,
    by,
    agency,
    at: at.toISOString(),
    reason,
    bulk: bulk !== null,
    withdrawable,
    secondable,
  }
}

/** The mark of either item that their balance speaks of, laid over each other. */
function presentMarks(own: ItemRead, { other, lines, balance }: RecordMatch) {
  const line = serialLineOf(lines)
  const [one, two] = [own.marks[line?.asked ?? 0], other.item.marks[line?.recorded ?? 0]]
  if (!line || !one || !two) return null
  return {
    own: presentMark(one),
    other: presentMark(two),
    alignment: presentAlignment(balance, own, other.item, lines),
  }
}

/** One record beside another, as its reader sees it. */
export function presentMatch(own: ItemRead, match: RecordMatch, wording: Wording) {
  const { pair, other, details, together, lines, judgements } = match
  const { source, key, agency, event, date } = details
  return {
    record: pair.other,
    source,
    key,
    agency,
    event,
    date,
    read: presentItem(other.item),
    relation: pair.relation,
    together,
    probability: pair.probability,
    verdict: pair.verdict,
    by: pair.by,
    evidence: presentEvidence(lines, other.item, wording),
    marks: presentMarks(own, match),
    judgements: judgements.map(presentJudgement),
  }
}

/** What a reader sees of a record's matches. */
export function presentMatches({ item, own, matches }: RecordMatches, wording: Wording): Shown {
  return { item, matches: matches.map((each) => presentMatch(own.item, each, wording)) }
}

const HEADINGS = ['source_a', 'key_a', 'source_b', 'key_b', 'probability', 'judgement']

const cellsOf = ({ one, other, probability, judgement }: ListedMatch) => [
  one.sourceName,
  one.key,
  other.sourceName,
  other.key,
  probabilityFigure(probability, 4),
  judgement,
]

/** Matches as a table, each line by `line`: escaped for a spreadsheet, or exact for a program. */
export async function* matchLines(
  matches: AsyncIterable<ListedMatch>,
  line: (cells: readonly string[]) => string = spreadsheetLine,
): AsyncGenerator<string> {
  yield line(HEADINGS)
  for await (const each of matches) yield line(cellsOf(each))
}
