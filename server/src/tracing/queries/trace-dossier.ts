import type { TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { Context } from '../../access/context.ts'
import type { Hop } from '../documents/dossier.ts'
import { type KeptPermission, permissionsOf } from './permissions.ts'

/** A chain of requests is no longer than this; who makes a longer one has lost the thread. */
const MOST_HOPS = 20

interface KeptRow {
  readonly id: string
  /** As it left or came; null as long as it is a draft. */
  readonly message: TraceRequestMessage | null
  readonly replies: TraceReplyMessage[]
}

export interface KeptTrace {
  readonly request: TraceRequestMessage | null
  /** The first first. */
  readonly replies: readonly TraceReplyMessage[]
  /** The requests before it that left, the first first. */
  readonly earlier: readonly Hop[]
  /** What was noted of permissions, about any of these messages. */
  readonly permissions: readonly KeptPermission[]
}

/** A request as it left or came, with its replies and the chain before it; null where the reader sees no such request. */
export async function traceDossier(context: Context, trace: string): Promise<KeptTrace | null> {
  const { rows } = await context.client.query<KeptRow>({
    name: 'trace-dossier',
    text: `
      WITH RECURSIVE chain AS (
        SELECT id, parent_id, 0 AS back FROM trace_request WHERE id = $1
        UNION ALL
        SELECT r.id, r.parent_id, c.back + 1 FROM chain c JOIN trace_request r ON r.id = c.parent_id
        WHERE c.back < $2
      )
      SELECT c.id,
        (SELECT f.message FROM trace_form f WHERE f.request_id = c.id AND f.message IS NOT NULL
          ORDER BY f.version DESC LIMIT 1) AS message,
        coalesce((SELECT jsonb_agg(y.message ORDER BY y.number) FROM trace_reply y WHERE y.request_id = c.id), '[]') AS replies
      FROM chain c ORDER BY c.back DESC`,
    values: [trace, MOST_HOPS],
  })
  const subject = rows.at(-1)
  if (subject === undefined) return null
  const earlier = rows
    .slice(0, -1)
    .flatMap(({ message, replies }) => (message === null ? [] : [{ request: message, replies }]))
  const permissions = await permissionsOf(
    context,
    rows.map(({ id }) => id),
  )
  return { request: subject.message, replies: subject.replies, earlier, permissions }
}
