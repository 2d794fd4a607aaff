import type { SourceKind } from '@proofmark/domain/source-kind'
import { judgedWeights } from '@proofmark/matching/learning/judged-weights'
import type { TaughtPair } from '@proofmark/matching/learning/learning-set'
import { probability } from '@proofmark/matching/line'
import { sourcePair } from '@proofmark/matching/source-pair'
import type { Context } from '../../access/context.ts'
import type { EvidenceLevel } from '../rules/pair-evidence.ts'
import { type JudgementRow, standingJudgement } from '../rules/standing-judgement.ts'
import { priorAmong, SAME_FROM, UNDECIDED_FROM } from '../rules/thresholds.ts'
import { learningRecords } from './learning-sample.ts'

interface Row extends JudgementRow {
  readonly record: string
  readonly other: string
  readonly at: Date
  readonly evidence: readonly EvidenceLevel[]
  readonly one: SourceKind
  readonly two: SourceKind
}

/** No more pairs than these, the last judged. */
const MOST = 5_000

const JUDGED = `
  SELECT j.record_id AS record, j.other_id AS other, j.number, j.about, j.kind, j.verdict, j.component_id AS component,
    j.of_number AS "ofNumber", j.needs_second AS "needsSecond", j.judged_by AS "judgedBy", j.judged_at AS at, j.evidence,
    j.bulk_id AS bulk, s.kind AS one, t.kind AS two
  FROM judgement j JOIN record r ON r.id = j.record_id JOIN source s ON s.id = r.source_id
  JOIN record o ON o.id = j.other_id JOIN source t ON t.id = o.source_id
  WHERE j.about = 'firearm' AND j.bulk_id IS NULL AND j.record_id < j.other_id AND j.vis = ANY ($1::int4[]) AND j.other_vis = ANY ($1::int4[])
  ORDER BY j.number DESC LIMIT ${MOST}`

/** Pairs are of one stratum where their sources are of the same kinds and the same within so many bits speaks for them. */
const BAND_BITS = 5

const STANDING = `
  SELECT s.kind AS one, t.kind AS two, floor(e.bits / ${BAND_BITS}) AS band, count(*) AS pairs
  FROM (
    SELECT DISTINCT ON (record_id, other_id) record_id, other_id, bits FROM pair_evidence
    WHERE record_id < other_id AND vis = ANY ($1::int4[]) AND other_vis = ANY ($1::int4[])
    ORDER BY record_id, other_id, number DESC
  ) AS e
  JOIN record r ON r.id = e.record_id JOIN source s ON s.id = r.source_id
  JOIN record o ON o.id = e.other_id JOIN source t ON t.id = o.source_id
  GROUP BY s.kind, t.kind, band`

const stratum = (one: SourceKind, two: SourceKind, band: number) => `${sourcePair(one, two)} ${band}`

async function standingPairs({ client }: Context, classes: readonly number[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ one: SourceKind; two: SourceKind; band: number; pairs: string }>(STANDING, [
    classes,
  ])
  const counts = new Map<string, number>()
  for (const { one, two, band, pairs } of rows) {
    const key = stratum(one, two, Number(band))
    counts.set(key, (counts.get(key) ?? 0) + Number(pairs))
  }
  return counts
}

const bitsOf = ({ evidence }: Row) => evidence.reduce((sum, { bits }) => sum + bits, 0)

/** Does the verdict say what the model proposed when it was given? */
function saysAsProposed(row: Row, entries: number): boolean {
  const likely = probability([priorAmong(entries), { bits: bitsOf(row) }])
  return row.verdict === 'same' ? likely >= SAME_FROM : likely < UNDECIDED_FROM
}

/**
 * The pairs of open sources of which people said whether they are of one firearm, with how much each teaches. What waits
 * for a second person, was taken back, or was said of many pairs at once teaches nothing.
 */
export async function taughtPairs(
  context: Context,
  classes: readonly number[],
  entries: number,
): Promise<TaughtPair[]> {
  const { rows } = await context.client.query<Row>(JUDGED, [classes])
  const standing = [...Map.groupBy(rows, ({ record, other }) => `${record} ${other}`).values()].flatMap((ofPair) => {
    const found = standingJudgement(ofPair)
    return found && (found.verdict === 'same' || found.verdict === 'different') ? [found] : []
  })
  if (standing.length === 0) return []
  const judged = standing.map((row) => ({
    stratum: stratum(row.one, row.two, Math.floor(bitsOf(row) / BAND_BITS)),
    by: row.judgedBy,
    at: row.at.getTime(),
    asProposed: saysAsProposed(row, entries),
  }))
  const weights = judgedWeights(judged, await standingPairs(context, classes))
  const ids = [...new Set(standing.flatMap(({ record, other }) => [record, other]))]
  const records = new Map((await learningRecords(context, ids)).map((each) => [each.record, each]))
  return standing.flatMap(({ record, other, verdict }, at): TaughtPair[] => {
    const [one, two] = [records.get(record), records.get(other)]
    return one && two ? [{ one, other: two, same: verdict === 'same', weight: weights[at]! }] : []
  })
}
