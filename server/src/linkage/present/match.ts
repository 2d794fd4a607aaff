import type { Judgement, RecordMatches as Shown } from '@proofmark/contract/schemas/judgement'
import { presentItem } from '../../records/present/item.ts'
import { spreadsheetLine } from '../../records/present/spreadsheet-line.ts'
import type { OpenJudgement, RecordMatch, RecordMatches } from '../commands/record-matches.ts'
import type { ListedMatch } from '../runs/list-matches.ts'
import { presentEvidence } from './evidence.ts'
import { probabilityFigure } from './probability-figure.ts'
import type { Wording } from './wording.ts'

export function presentJudgement(judged: OpenJudgement): Judgement {
  const { id, number, about, verdict, state, by, agency, at, reason, withdrawable, secondable } = judged
  return { id, number, about, verdict, state, by, agency, at: at.toISOString(), reason, withdrawable, secondable }
}

function presentMatch({ pair, other, details, together, lines, judgements }: RecordMatch, wording: Wording) {
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
    judgements: judgements.map(presentJudgement),
  }
}

/** What a reader sees of a record's matches. */
export function presentMatches({ item, matches }: RecordMatches, wording: Wording): Shown {
  return { item, matches: matches.map((each) => presentMatch(each, wording)) }
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
