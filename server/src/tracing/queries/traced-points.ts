import type { DiversionKind } from '@proofmark/contract/life-words'
import type { DiversionPoint } from '@proofmark/contract/schemas/trace-desk'
import type { FindingSaid } from '@proofmark/contract/schemas/trace-shown'
import type { Context } from '../../access/context.ts'

/** Where a firearm left lawful hands, as a trace request keeps it by a person's word. */
export interface TracedPoint {
  readonly trace: string
  readonly kind: DiversionKind
  readonly from: string | null
  readonly to: string | null
  readonly place: string | null
  /** `approved`: a second person approved the closing that says so; `closed`: it waits for that; `confirmed`: a finding. */
  readonly by: 'approved' | 'closed' | 'confirmed'
}

interface Row {
  readonly trace: string
  readonly point: DiversionPoint | null
  readonly approved: boolean | null
  readonly finding: FindingSaid | null
}

/**
 * What stands last: the closing that nobody refused, with its point, and the finding if the last that was kept was confirmed
 * by a person. The last lawful holder is left out: it may be a natural person, whom the request tells those who may know.
 */
const POINTS = `
  SELECT r.id AS trace, c.point, c.approved, CASE WHEN f.occasion = 'confirmed' THEN f.finding END AS finding
  FROM trace_request r
  LEFT JOIN LATERAL (
    SELECT c.point, p.approved FROM trace_closing c
    LEFT JOIN trace_approval p ON p.request_id = c.request_id AND p.closing = c.number
    WHERE c.request_id = r.id ORDER BY c.number DESC LIMIT 1
  ) c ON true
  LEFT JOIN LATERAL (
    SELECT f.occasion, f.finding FROM trace_finding f WHERE f.request_id = r.id ORDER BY f.number DESC LIMIT 1
  ) f ON true
  WHERE r.id = ANY ($1::uuid[])
  ORDER BY r.id`

function pointsOf({ trace, point, approved, finding }: Row): TracedPoint[] {
  if (point !== null && approved !== false) {
    const { kind, window, place } = point
    return [{ trace, kind, ...window, place: place || null, by: approved ? 'approved' : 'closed' }]
  }
  return (finding?.diversions ?? []).map(({ kind, from, to, place }) => ({
    ...{ trace, kind, from, to, place },
    by: 'confirmed',
  }))
}

/** Where these requests found that their firearms left lawful hands, of those that the reader may see. */
export async function tracedPoints({ client }: Context, traces: readonly string[]): Promise<TracedPoint[]> {
  if (traces.length === 0) return []
  const { rows } = await client.query<Row>({ name: 'traced-points', text: POINTS, values: [traces] })
  return rows.flatMap(pointsOf)
}
