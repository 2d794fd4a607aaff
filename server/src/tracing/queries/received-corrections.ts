import type { CorrectionAct } from '@proofmark/contract/exchange-words'
import type { TraceDirection, TraceState } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'

/** What was done at a trace about a correction. */
export interface Settlement {
  readonly act: CorrectionAct
  readonly note: string
  readonly by: string
  readonly at: Date
}

/** A trace of the reader's agency that rests on a message that its sender corrected. */
export interface TouchedTrace {
  readonly partner: string
  /** The correction. */
  readonly message: string
  readonly trace: string
  readonly vis: number
  readonly direction: TraceDirection
  readonly state: TraceState
  /** The request's own records, and those that came of the corrected reply and still stand. */
  readonly asked: readonly string[]
  readonly records: readonly string[]
  /** Every record that was made of the corrected reply, whether it still stands or not. */
  readonly made: readonly string[]
  /** The import that brought them. */
  readonly versions: readonly string[]
  readonly since: Date
  readonly settled: Settlement | null
}

interface Row extends Omit<TouchedTrace, 'settled' | 'records' | 'versions' | 'made'> {
  readonly replies: readonly string[]
  readonly settledAct: CorrectionAct | null
  readonly settledNote: string | null
  readonly settledBy: string | null
  readonly settledAt: Date | null
}

/** The corrected messages that had an effect, by their matter; what a matter is called is its sender's word. */
const TOUCHED = `
  WITH corrected AS MATERIALIZED (
    SELECT c.partner, c.message, i.received_at, i.about::uuid AS about,
      CASE WHEN i.kind = 'trace-reply' THEN convert_from(i.body, 'UTF8')::json ->> 'id' END AS reply
    FROM received_correction c JOIN inbox_message i ON i.partner = c.partner AND i.id = c.corrected
    WHERE i.state = 'taken' AND i.kind LIKE 'trace-%' AND i.about ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      AND ($1::text IS NULL OR (c.partner = $1 AND c.message = $2::uuid))
  )
  SELECT c.partner, c.message, r.id AS trace, r.vis, r.direction, r.records AS asked, min(c.received_at) AS since,
    array_remove(array_agg(DISTINCT c.reply), NULL) AS replies,
    (SELECT state FROM trace_transition t WHERE t.request_id = r.id ORDER BY t.number DESC LIMIT 1) AS state,
    s.act AS "settledAct", s.note AS "settledNote", a.name AS "settledBy", s.settled_at AS "settledAt"
  FROM corrected c
  JOIN trace_request r ON (r.direction = 'outgoing' AND r.id = c.about)
    OR (r.direction = 'incoming' AND r.asker = c.partner AND r.their_id = c.about)
  LEFT JOIN correction_settlement s ON s.trace_id = r.id AND s.partner = c.partner AND s.message = c.message
  LEFT JOIN account a ON a.id = s.settled_by
  GROUP BY c.partner, c.message, r.id, r.vis, r.direction, r.records, s.act, s.note, a.name, s.settled_at
  ORDER BY c.partner, c.message, r.id`

/** Records of these replies, whether what the reply became still stands, and the import that the reply became: the last that was begun before it was kept. */
const TOLD = `
  SELECT r.id AS record, told.version, coalesce(r.version = told.version, false) AS stands
  FROM trace_reply p, unnest(p.records) AS of_reply (id)
  JOIN record r ON r.id = of_reply.id,
  LATERAL (
    SELECT max(v.version) AS version FROM record_version v JOIN import_run i ON i.id = v.version
    WHERE v.record_id = r.id AND i.started_at <= p.received_at) AS told
  WHERE p.request_id = $1 AND p.id = ANY ($2::uuid[])
  ORDER BY r.id`

async function withRecords({ client }: Context, row: Row): Promise<TouchedTrace> {
  const { replies, settledAct, settledNote, settledBy, settledAt, ...rest } = row
  const told =
    replies.length === 0
      ? []
      : (await client.query<{ record: string; version: string; stands: boolean }>(TOLD, [row.trace, replies])).rows
  const standing = told.filter(({ stands }) => stands)
  const isSettled = settledAct !== null && settledNote !== null && settledBy !== null && settledAt !== null
  return {
    ...rest,
    records: standing.map(({ record }) => record),
    made: told.map(({ record }) => record),
    versions: [...new Set(standing.map(({ version }) => version))],
    settled: isSettled ? { act: settledAct, note: settledNote, by: settledBy, at: settledAt } : null,
  }
}

/** The traces that the reader may see and that rest on what partners corrected: of all corrections, or of one. */
export async function touchedTraces(
  context: Context,
  of: { readonly partner: string; readonly message: string } | null = null,
): Promise<TouchedTrace[]> {
  const { rows } = await context.client.query<Row>(TOUCHED, [of?.partner ?? null, of?.message ?? null])
  const touched: TouchedTrace[] = []
  for (const row of rows) touched.push(await withRecords(context, row))
  return touched
}

/** How many traces of the reader's wait for somebody to say what was done about a correction. */
export async function countUnsettledCorrections(context: Context): Promise<number> {
  const { rows } = await context.client.query<Row>(TOUCHED, [null, null])
  return rows.filter(({ settledAct }) => settledAct === null).length
}

/** Partners other than the one that corrected, to whom something was told of these records since a moment. */
export async function toldOn({ query }: Context, { partner, asked, records, since }: TouchedTrace): Promise<string[]> {
  const subjects = [...asked, ...records]
  if (subjects.length === 0) return []
  const rows = await query
    .selectFrom('dissemination')
    .select('partner')
    .distinct()
    .where('subject', 'in', subjects)
    .where('told_at', '>=', since)
    .where('partner', '!=', partner)
    .orderBy('partner')
    .execute()
  return rows.map(({ partner: told }) => told)
}
