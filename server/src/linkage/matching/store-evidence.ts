import type { Balance } from '@proofmark/matching/balance'
import type { Relation } from '@proofmark/matching/relation'
import type pg from 'pg'
import { type EvidenceLevel, type PairEvidence, pairEvidence } from '../rules/pair-evidence.ts'
import type { MeasuredPair } from './ask-around.ts'
import { type MatchRecord, matchRecords } from './match-records.ts'

interface StandingRow {
  readonly record: string
  readonly other: string
  readonly model: string
  readonly relation: Relation['kind']
  readonly part: string | null
  readonly otherPart: string | null
  readonly bits: number
  readonly evidence: readonly EvidenceLevel[]
}

const keyOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** The last evidence on each pair of these records, seen from the one whose identifier is smaller. */
async function standingEvidence(client: pg.ClientBase, records: readonly string[]): Promise<Map<string, StandingRow>> {
  const { rows } = await client.query<StandingRow>({
    name: 'standing-evidence',
    text: `SELECT DISTINCT ON (record_id, other_id) record_id AS record, other_id AS other, model, relation, part,
             other_part AS "otherPart", bits, evidence
           FROM pair_evidence WHERE record_id = ANY ($1::uuid[])
           ORDER BY record_id, other_id, number DESC`,
    values: [records],
  })
  const turned = rows.map((row) =>
    row.record < row.other
      ? row
      : { ...row, record: row.other, other: row.record, part: row.otherPart, otherPart: row.part },
  )
  return new Map(turned.map((row) => [keyOf(row.record, row.other), row]))
}

const partsOf = (relation: Relation) =>
  relation.kind === 'component' ? [relation.part, relation.otherPart] : [null, null]

function saysTheSame(standing: StandingRow, { relation, bits, evidence }: PairEvidence, model: string): boolean {
  const [part, otherPart] = partsOf(relation)
  return (
    standing.model === model &&
    standing.relation === relation.kind &&
    standing.part === part &&
    standing.otherPart === otherPart &&
    Math.abs(standing.bits - bits) < 1e-9 &&
    standing.evidence.length === evidence.length &&
    standing.evidence.every(
      ({ field, level }, place) => field === evidence[place]?.field && level === evidence[place].level,
    )
  )
}

/** A pair that was once worth keeping and of which a new reading leaves nothing. */
const NOTHING_LEFT: PairEvidence = { relation: { kind: 'same' }, bits: 0, alike: false, evidence: [] }

/** Is it for whoever stores the pairs of the first record to measure the pair again, or for whoever stores the other's? */
export type MeasuresAgain = (record: string, other: string) => boolean

/** What became of the pairs of these records that stand on record and were not met with again. */
async function measuredAgain(
  client: pg.ClientBase,
  records: ReadonlyMap<string, MatchRecord>,
  known: ReadonlyMap<string, MatchRecord>,
  standing: ReadonlyMap<string, StandingRow>,
  found: ReadonlyMap<string, MeasuredPair>,
  balance: Balance,
  measuresAgain: MeasuresAgain,
): Promise<MeasuredPair[]> {
  const isOurs = ({ record, other }: StandingRow) =>
    (records.has(record) && measuresAgain(record, other)) || (records.has(other) && measuresAgain(other, record))
  const left = [...standing].filter(([key, row]) => !found.has(key) && isOurs(row)).map(([, row]) => row)
  const unread = [...new Set(left.flatMap(({ record, other }) => [record, other]))].filter((id) => !known.has(id))
  const all = new Map([...known, ...(await matchRecords(client, unread))])
  return left.flatMap(({ record, other: id }) => {
    const [one, other] = [all.get(record), all.get(id)]
    // Of a record that does not stand nothing is shown; what was measured of it holds should it stand again.
    return one && other ? [{ one, other, measured: pairEvidence(one, other, balance) ?? NOTHING_LEFT }] : []
  })
}

const INSERT = `
  WITH pair AS (
    SELECT nextval('pair_evidence_number') AS number, each.*
    FROM unnest($1::uuid[], $2::uuid[], $3::int4[], $4::int4[], $5::text[], $6::text[], $7::text[], $8::float8[], $9::jsonb[], $11::bool[])
      AS each (one, other, vis, other_vis, relation, part, other_part, bits, evidence, alike)
  )
  INSERT INTO pair_evidence (record_id, other_id, number, vis, other_vis, model, relation, part, other_part, bits, evidence,
    alike)
  SELECT one, other, number, vis, other_vis, $10, relation, part, other_part, bits, evidence, alike FROM pair
  UNION ALL
  SELECT other, one, number, other_vis, vis, $10, relation, other_part, part, bits, evidence, alike FROM pair`

/** Several processes may measure one pair from both of its sides: who comes second finds it written. */
const TURN = `SELECT pg_advisory_xact_lock(hashtextextended('pair evidence', 0))`

/**
 * Writes what was measured where it differs from what stands, under both records, and measures again what stands of
 * these records and was not met with, by the model that the pairs were measured by, where that is not for another to do.
 * Nothing is deleted. Answers the pairs that were written. Until the transaction ends nobody else stores.
 */
export async function storeEvidence(
  client: pg.ClientBase,
  records: ReadonlyMap<string, MatchRecord>,
  pairs: readonly MeasuredPair[],
  balance: Balance,
  measuresAgain: MeasuresAgain = () => true,
): Promise<MeasuredPair[]> {
  const found = new Map(pairs.map((pair) => [keyOf(pair.one.record, pair.other.record), pair]))
  await client.query(TURN)
  const standing = await standingEvidence(client, [...records.keys()])
  const known = new Map(records)
  for (const { one, other } of pairs) known.set(one.record, one).set(other.record, other)
  const again = await measuredAgain(client, records, known, standing, found, balance, measuresAgain)
  const all = [...found.values(), ...again]
  const changed = all.flatMap((pair) => {
    const { one, other, measured } = pair
    const before = standing.get(keyOf(one.record, other.record))
    if (before && saysTheSame(before, measured, balance.model.version)) return []
    return [one.record < other.record ? pair : { one: other, other: one, measured }]
  })
  if (changed.length === 0) return []
  await client.query(INSERT, [
    changed.map(({ one }) => one.record),
    changed.map(({ other }) => other.record),
    changed.map(({ one }) => one.vis),
    changed.map(({ other }) => other.vis),
    changed.map(({ measured }) => measured.relation.kind),
    changed.map(({ measured }) => partsOf(measured.relation)[0]),
    changed.map(({ measured }) => partsOf(measured.relation)[1]),
    changed.map(({ measured }) => measured.bits),
    changed.map(({ measured }) => JSON.stringify(measured.evidence)),
    balance.model.version,
    changed.map(({ measured }) => measured.alike),
  ])
  return changed
}
