import type { DiversionPoint } from '@proofmark/contract/schemas/trace-desk'
import type { TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { FindingSaid } from '@proofmark/contract/schemas/trace-shown'
import type {
  FailureCode,
  FindingOccasion,
  OriginStatus,
  ReplyDoor,
  TraceOutcome,
} from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'
import type { GivenVerdict } from '../../store/trace-tables.ts'

export interface KeptForm {
  readonly version: number
  readonly at: Date
  readonly by: string | null
  readonly message: TraceRequestMessage | null
}

/** The versions of a request’s form, the first first. */
export async function formsOf({ client }: Context, id: string): Promise<KeptForm[]> {
  const { rows } = await client.query<KeptForm>(
    `SELECT f.version, f.saved_at AS at, a.name AS by, f.message
     FROM trace_form f LEFT JOIN account a ON a.id = f.saved_by WHERE f.request_id = $1 ORDER BY f.version`,
    [id],
  )
  return rows
}

export interface KeptReply {
  readonly id: string
  readonly number: number
  readonly door: ReplyDoor
  readonly message: TraceReplyMessage
  readonly contentHmac: Buffer
  readonly records: readonly string[]
  readonly receivedAt: Date
  readonly saidAt: Date | null
  readonly by: string | null
}

/** The replies to a request, the first first. */
export async function repliesOf({ client }: Context, id: string): Promise<KeptReply[]> {
  const { rows } = await client.query<KeptReply>(
    `SELECT p.id, p.number, p.door, p.message, p.content_hmac AS "contentHmac", p.records,
       p.received_at AS "receivedAt", p.said_at AS "saidAt", a.name AS by
     FROM trace_reply p LEFT JOIN account a ON a.id = p.received_by WHERE p.request_id = $1 ORDER BY p.number`,
    [id],
  )
  return rows
}

export interface StoredFinding {
  readonly occasion: FindingOccasion
  readonly at: Date
  /** Who confirmed it, or took that back; null of what was kept by itself. */
  readonly by: string | null
  readonly finding: FindingSaid
  readonly verdicts: readonly GivenVerdict[]
}

/** How the life was judged at each occasion, the first first. */
export async function findingsOf({ client }: Context, id: string): Promise<StoredFinding[]> {
  const { rows } = await client.query<StoredFinding>(
    `SELECT f.occasion, f.kept_at AS at, a.name AS by, f.finding, coalesce(f.verdicts, '[]') AS verdicts
     FROM trace_finding f LEFT JOIN account a ON a.id = f.kept_by WHERE f.request_id = $1 ORDER BY f.number`,
    [id],
  )
  return rows
}

export interface KeptClosing {
  readonly trace: string
  readonly number: number
  readonly originStatus: OriginStatus
  readonly outcome: TraceOutcome
  readonly failure: FailureCode | null
  readonly point: DiversionPoint | null
  readonly why: string
  readonly corrects: number | null
  readonly closedBy: string
  readonly by: string
  readonly at: Date
  readonly approved: boolean | null
  readonly approvedBy: string | null
  readonly approvedAt: Date | null
  readonly approvedWhy: string | null
}

/** How these requests were closed, each time, the first first. */
export async function closingsOf({ client }: Context, ids: readonly string[]): Promise<KeptClosing[]> {
  const { rows } = await client.query<KeptClosing>(
    `SELECT c.request_id AS trace, c.number, c.origin_status AS "originStatus", c.outcome, c.failure, c.point, c.why, c.corrects,
       c.closed_by AS "closedBy", a.name AS by, c.closed_at AS at,
       p.approved, s.name AS "approvedBy", p.approved_at AS "approvedAt", p.why AS "approvedWhy"
     FROM trace_closing c
     JOIN account a ON a.id = c.closed_by
     LEFT JOIN trace_approval p ON p.request_id = c.request_id AND p.closing = c.number
     LEFT JOIN account s ON s.id = p.approved_by
     WHERE c.request_id = ANY ($1::uuid[]) ORDER BY c.request_id, c.number`,
    [ids],
  )
  return rows
}

export interface NamedRecord {
  readonly record: string
  readonly source: string
  readonly key: string
}

/** Those of these records that the reader may see and of which a version stands. */
export async function namedRecords({ client }: Context, records: readonly string[]): Promise<NamedRecord[]> {
  const { rows } = await client.query<NamedRecord>(
    `SELECT r.id AS record, s.name AS source, r.source_key AS key
     FROM record r JOIN source s ON s.id = r.source_id
     WHERE r.id = ANY ($1::uuid[]) AND r.version IS NOT NULL ORDER BY s.name, r.source_key, r.id`,
    [records],
  )
  return rows
}
