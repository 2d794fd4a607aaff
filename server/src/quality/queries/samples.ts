import type { StratumCount } from '@proofmark/contract/quality-words'
import type { Context } from '../../access/context.ts'
import { type JudgementRow, standingJudgement, type Verdict } from '../../linkage/rules/standing-judgement.ts'
import { LEAST_STORED_BITS } from '../../linkage/rules/thresholds.ts'
import type { ComparedPair } from '../rules/sample-pair.ts'

/** A stratified sample as it was drawn. */
export interface Sample {
  readonly id: string
  readonly seed: string
  readonly model: string
  readonly share: number
  readonly counts: readonly StratumCount[]
  readonly drawnBy: string
  readonly drawnAt: Date
}

export interface DrawnPair extends ComparedPair {
  readonly place: number
  /** What a person judged of it and stands; null where nobody did. */
  readonly verdict: Verdict | null
}

const OURS = `
  SELECT q.id, q.seed, q.model, q.share, q.counts, a.name AS "drawnBy", q.drawn_at AS "drawnAt"
  FROM quality_sample q JOIN account a ON a.id = q.drawn_by
  WHERE q.agency_id IS NOT DISTINCT FROM $1 AND q.classes <@ $2::int4[]`

/**
 * The last sample of the reader's agency, or that of an identifier; null where there is none. One that was drawn among
 * records of which the reader sees no longer all is none: its counts would tell of the others.
 */
export async function findSample({ client, reader }: Context, id: string | null): Promise<Sample | null> {
  const { rows } = await client.query<Sample>(
    `${OURS} AND ($3::uuid IS NULL OR q.id = $3) ORDER BY q.drawn_at DESC, q.id LIMIT 1`,
    [reader.agency?.id ?? null, reader.classes, id],
  )
  return rows[0] ?? null
}

type PairRow = Omit<ComparedPair, 'sources'> & {
  readonly place: number
  readonly source: string
  readonly otherSource: string
}

/** What many pairs were judged by at once is no reading of each, and is left out. */
const JUDGED = `
  SELECT j.record_id AS record, j.other_id AS other, j.number, j.about, j.kind, j.verdict, j.component_id AS component,
    j.of_number AS "ofNumber", j.needs_second AS "needsSecond", j.judged_by AS "judgedBy",
    j.bulk_id AS bulk
  FROM judgement j
  WHERE j.about = 'firearm' AND j.record_id < j.other_id AND j.bulk_id IS NULL`

/** The drawn pairs whose records the reader sees, each with what people judged of it. */
export async function drawnPairs({ client }: Context, sample: string): Promise<DrawnPair[]> {
  const { rows } = await client.query<PairRow>(
    `SELECT p.place, p.record_id AS record, p.other_id AS other, p.band, p.linked, p.probability, p.damage, p.year,
       p.source_id AS source, p.other_source_id AS "otherSource"
     FROM quality_sample_pair p
     JOIN record one ON one.id = p.record_id AND one.version IS NOT NULL
     JOIN record other ON other.id = p.other_id AND other.version IS NOT NULL
     WHERE p.sample_id = $1 ORDER BY p.place`,
    [sample],
  )
  const judged = await client.query<JudgementRow & { record: string; other: string }>(
    `${JUDGED} AND (j.record_id, j.other_id) IN (
       SELECT record_id, other_id FROM quality_sample_pair WHERE sample_id = $1)`,
    [sample],
  )
  const byPair = Map.groupBy(judged.rows, ({ record, other }) => `${record} ${other}`)
  return rows.map(({ source, otherSource, ...pair }) => ({
    ...pair,
    sources: [source, otherSource],
    verdict: standingJudgement(byPair.get(`${pair.record} ${pair.other}`) ?? [])?.verdict ?? null,
  }))
}

/** How many pairs people judged the same of which the model kept nothing. */
export async function countMissed({ client }: Context): Promise<number> {
  const { rows } = await client.query<JudgementRow & { record: string; other: string }>(
    `${JUDGED} AND NOT EXISTS (
       SELECT FROM pair_evidence e
       WHERE e.record_id = j.record_id AND e.other_id = j.other_id AND e.bits >= ${LEAST_STORED_BITS})`,
  )
  const pairs = Map.groupBy(rows, ({ record, other }) => `${record} ${other}`)
  return [...pairs.values()].filter((judgements) => standingJudgement(judgements)?.verdict === 'same').length
}

/** The name of each of these sources, with its agency, which tells apart two of one name. */
export async function sourceNames({ client }: Context, sources: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `SELECT s.id, s.name || ' · ' || a.name AS name FROM source s JOIN agency a ON a.id = s.agency_id
     WHERE s.id = ANY ($1::uuid[])`,
    [[...new Set(sources)]],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
