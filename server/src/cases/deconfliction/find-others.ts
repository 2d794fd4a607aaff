import type { ThingKind } from '@proofmark/contract/case-words'
import type { DeconflictionKind } from '@proofmark/contract/deconfliction-words'
import { exactKeys } from '@proofmark/matching/query-keys'
import type pg from 'pg'
import type { Side } from './side.ts'

/** Who asks, as the matching process reads it. */
export interface Asker extends Side {
  readonly account: string
  /** Classes that the asker reads: what they see themselves is no meeting. */
  readonly classes: readonly number[]
  readonly case: string
  readonly key: Buffer | null
  /** What is asked about; of an operation its address. */
  readonly kind: DeconflictionKind
}

/** More of one value than these are not looked at: it is everybody's. */
const MOST = 500

const SILENT = `c.source_visibility = 'silent' AS silent`
const HIDDEN = `NOT (x.vis = ANY ($2::int4[]))`

/** Whoever asked the same; of one case and of one person there is nothing to tell. */
export async function otherQuestions(
  client: pg.ClientBase,
  { key, kind, case: own, account }: Asker,
  now: Date,
): Promise<Side[]> {
  const { rows } = await client.query<Side>(
    `SELECT x.agency_id AS agency, x.case_id AS "case", x.vis, x.id AS about, ${SILENT}, NULL AS contact
     FROM deconfliction_question x JOIN visibility c ON c.id = x.vis
     WHERE x.key = $1 AND x.kind = $2 AND x.case_id <> $3 AND x.asked_by <> $4 AND x.withdrawn_at IS NULL AND x.until > $5
     ORDER BY x.asked_at, x.id LIMIT ${MOST}`,
    [key, kind, own, account, now],
  )
  return rows
}

/** Operations at the same address that are not over. */
export async function operationsAt(
  client: pg.ClientBase,
  { key, case: own, account }: Asker,
  now: Date,
): Promise<Side[]> {
  const { rows } = await client.query<Side>(
    `SELECT x.agency_id AS agency, x.case_id AS "case", x.vis, x.id AS about, ${SILENT}, x.contact
     FROM planned_operation x JOIN visibility c ON c.id = x.vis
     WHERE x.key = $1 AND x.case_id <> $2 AND x.planned_by <> $3 AND x.withdrawn_at IS NULL AND x.to_at > $4
     ORDER BY x.planned_at, x.id LIMIT ${MOST}`,
    [key, own, account, now],
  )
  return rows
}

/** Names of persons are not names of events: else one name alone, which is everybody's, could be asked about as an event. */
const BEARERS: Readonly<Partial<Record<DeconflictionKind, readonly ThingKind[]>>> = {
  person: ['person', 'organisation', 'group'],
  event: ['event', 'place'],
}

/**
 * Things of which somebody keeps this value. Those are told who may read it: the people of its case, those of a
 * compartment within where it lies in one, and of what a giver took back from a case the giver's desk alone.
 */
export async function thingsWith(client: pg.ClientBase, { key, kind, classes, case: own }: Asker): Promise<Side[]> {
  const { rows } = await client.query<Side>(
    `SELECT DISTINCT c.agency_id AS agency, CASE WHEN c.compartment_id IS NOT NULL THEN t.case_id END AS "case",
       c.compartment_id <> t.case_id AS within,
       CASE WHEN c.compartment_id = t.case_id THEN f.vis WHEN c.compartment_id IS NOT NULL THEN x.vis END AS vis,
       NULL::uuid AS about,
       c.source_visibility = 'silent' OR coalesce(fc.source_visibility = 'silent', false) AS silent, NULL AS contact
     FROM thing_value x JOIN thing t ON t.id = x.thing_id JOIN visibility c ON c.id = x.vis
       LEFT JOIN case_file f ON f.id = t.case_id LEFT JOIN visibility fc ON fc.id = f.vis
     WHERE x.key = $1 AND ${HIDDEN} AND x.withdrawn_at IS NULL AND t.case_id IS DISTINCT FROM $3
       AND ($4::text[] IS NULL OR t.kind = ANY ($4))
     ORDER BY 1, 2, 3, 4 LIMIT ${MOST}`,
    [key, classes, own, BEARERS[kind] ?? null],
  )
  return rows
}

/** Agencies that keep a record of this mark, told as a pointer is: of records that the asker sees there is nothing to tell. */
export async function recordsOf(client: pg.ClientBase, { classes }: Asker, skeleton: string): Promise<Side[]> {
  const { rows } = await client.query<Side>(
    `SELECT DISTINCT c.agency_id AS agency, NULL::uuid AS "case", NULL::int4 AS vis, NULL::uuid AS about, ${SILENT},
       NULL AS contact
     FROM posting p JOIN reading x ON x.record_id = p.record_id JOIN visibility c ON c.id = x.vis
     WHERE p.key = ANY ($1::int4[]) AND ${HIDDEN} AND x.skeleton = $3
     ORDER BY 1 LIMIT ${MOST}`,
    [exactKeys({ skeleton }), classes, skeleton],
  )
  return rows
}
