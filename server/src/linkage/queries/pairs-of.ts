import type { Context } from '../../access/context.ts'
import { linkLevel } from '../rules/link-level.ts'
import type { Pair, PairEvidenceRow } from '../rules/pair.ts'
import { type JudgementRow, standingJudgement } from '../rules/standing-judgement.ts'
import { seenBy } from './blind.ts'

interface Ends {
  readonly record: string
  readonly other: string
}

type EvidenceRow = Ends & PairEvidenceRow & { readonly number: null }
type Row = EvidenceRow | (Ends & JudgementRow)

/** The last evidence on each pair of these records, and everything that was judged of it. */
const PAIRS = `
  (SELECT DISTINCT ON (record_id, other_id) record_id AS record, other_id AS other, NULL::int8 AS number, relation, part,
     other_part AS "otherPart", bits, alike, evidence AS levels, model, NULL AS about, NULL AS kind, NULL AS verdict,
     NULL::uuid AS component, NULL::int8 AS "ofNumber", NULL::boolean AS "needsSecond", NULL::uuid AS "judgedBy", NULL::uuid AS bulk
   FROM pair_evidence WHERE record_id = ANY ($1::uuid[])
   ORDER BY record_id, other_id, pair_evidence.number DESC)
  UNION ALL
  SELECT record_id, other_id, number, NULL, NULL, NULL, NULL, NULL, NULL, NULL, about, kind, verdict, component_id, of_number,
    needs_second, judged_by, bulk_id
  FROM judgement j WHERE record_id = ANY ($1::uuid[]) AND ${seenBy('$2')}
  ORDER BY record, other, number`

const isEvidence = (row: Row): row is EvidenceRow => row.number === null

function pairOf(rows: readonly Row[]): Pair {
  const { record, other } = rows[0]!
  const judgements = rows.flatMap((row) => (isEvidence(row) ? [] : [row]))
  const about = (what: JudgementRow['about']) => judgements.filter((row) => row.about === what)
  return {
    record,
    other,
    evidence: rows.find(isEvidence) ?? null,
    judged: standingJudgement(about('firearm')),
    level: linkLevel(about('firearm')),
    recovery: standingJudgement(about('recovery')),
  }
}

/** The pairs of these records with whatever record the reader may see, each seen from these. */
export async function pairsOf({ client, reader }: Context, records: readonly string[]): Promise<Pair[]> {
  if (records.length === 0) return []
  const { rows } = await client.query<Row>({ name: 'pairs-of', text: PAIRS, values: [records, reader.account] })
  return [...Map.groupBy(rows, ({ record, other }) => `${record} ${other}`).values()].map(pairOf)
}
