import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { MOMENT } from '../../store/moment-number.ts'
import { judgementsOfPair, type NamedJudgement } from '../queries/judgements-of-pair.ts'
import { linkedRecords } from '../queries/linked-records.ts'
import { balanceFor } from '../queries/standing-balance.ts'
import type { LinkedRecord } from '../rules/pair.ts'
import { pairEvidence } from '../rules/pair-evidence.ts'
import { type JudgedRow, judgedRows, type Verdict } from '../rules/standing-judgement.ts'

/** Two records that the reader may see, with everything that was judged of them. */
export interface JudgedPair {
  readonly record: LinkedRecord
  readonly other: LinkedRecord
  readonly rows: readonly NamedJudgement[]
}

/**
 * Takes the turn to judge, and reads the pair. Whoever judges waits for whoever is at it, so that two verdicts on one
 * pair have an order that both know. Throws `judgement_of_itself`, and `not_found` for what the reader may not see.
 */
export async function holdPair(context: Context, ends: { record: string; other: string }): Promise<JudgedPair> {
  const [first, second] = [ends.record.toLowerCase(), ends.other.toLowerCase()]
  if (first === second) throw new ProofmarkError('judgement_of_itself')
  await context.client.query(`SELECT pg_advisory_xact_lock(hashtextextended('judgement', 0))`)
  const found = await linkedRecords(context, [first, second])
  const [record, other] = [first, second].map((id) => found.find((each) => each.record === id))
  if (!record) throw new ProofmarkError('not_found', { what: first })
  if (!other) throw new ProofmarkError('not_found', { what: second })
  return { record, other, rows: await judgementsOfPair(context, first, second) }
}

export interface NewJudgement {
  readonly id: string
  readonly about: 'firearm' | 'recovery'
  readonly kind: NamedJudgement['kind']
  readonly verdict: Verdict | null
  readonly component: string | null
  readonly ofNumber: string | null
  readonly needsSecond: boolean
  readonly reason: string | null
  readonly bulk: string | null
}

/**
 * The row that was written under this identifier before; null where there is none. Throws `judgement_id_used` where it
 * said something else.
 */
export function sentBefore(
  { reader }: Context,
  { rows }: JudgedPair,
  { id, about, kind, verdict, component, ofNumber, reason }: NewJudgement,
): NamedJudgement | null {
  const known = rows.find((row) => row.id === id.toLowerCase())
  if (!known) return null
  const said = (row: Omit<NewJudgement, 'id' | 'needsSecond' | 'bulk'>) =>
    JSON.stringify([row.about, row.kind, row.verdict, row.component, row.ofNumber, row.reason])
  const same =
    known.judgedBy === reader.account && said(known) === said({ about, kind, verdict, component, ofNumber, reason })
  if (!same) throw new ProofmarkError('judgement_id_used', { id })
  return known
}

const INSERT = `
  WITH one AS (
    SELECT greatest(${MOMENT}, 1 + coalesce(max(number), 0)) AS number FROM judgement
    WHERE record_id = ANY (ARRAY[$1, $2]::uuid[])
  ),
  ends (record, other, vis, other_vis) AS (
    VALUES ($1::uuid, $2::uuid, $3::int4, $4::int4), ($2::uuid, $1::uuid, $4::int4, $3::int4)
  )
  INSERT INTO judgement (record_id, other_id, number, vis, other_vis, id, about, kind, verdict, component_id, of_number,
    needs_second, reason, model, evidence, judged_by, agency_id,
    bulk_id)
  SELECT record, other, number, vis, other_vis, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17 FROM one, ends
  RETURNING number`

/** Writes a judgement under both its records, with what the model measures of them at this moment. */
export async function writeJudgement(context: Context, pair: JudgedPair, judgement: NewJudgement): Promise<string> {
  const { record, other } = pair
  const { id, about, kind, verdict, component, ofNumber, needsSecond, reason, bulk } = judgement
  const { reader } = context
  const balance = await balanceFor(context)
  const evidence = pairEvidence(record, other, balance)?.evidence ?? []
  const { rows } = await context.client.query<{ number: string }>(INSERT, [
    record.record,
    other.record,
    record.vis,
    other.vis,
    id,
    about,
    kind,
    verdict,
    component,
    ofNumber,
    needsSecond,
    reason,
    balance.model.version,
    JSON.stringify(evidence),
    reader.account,
    reader.agency?.id ?? null,
    bulk,
  ])
  return rows[0]!.number
}

/** The verdict of this number, with how it stands. Throws `not_found`. */
export function verdictNumbered(rows: readonly NamedJudgement[], number: string): JudgedRow<NamedJudgement> {
  const about = rows.find((row) => row.number === number)?.about
  const found = judgedRows(rows.filter((row) => row.about === about)).find((row) => row.number === number)
  if (!found) throw new ProofmarkError('not_found', { what: number })
  return found
}

/** The verdict as it stands after what was just written. */
export async function verdictNow(context: Context, { record, other }: JudgedPair, number: string) {
  return verdictNumbered(await judgementsOfPair(context, record.record, other.record), number)
}
