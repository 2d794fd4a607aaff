import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { Context } from '../../access/context.ts'

/** What partners say to the desk that asks; all else is about their own requests. */
const TO_THE_ASKER: ReadonlySet<MessageKind> = new Set([
  'trace-acknowledgement',
  'trace-information-request',
  'trace-reply',
])

/** A new request goes to the desk of whoever added the partner; else to the first that has a trace officer. */
const DESK = `
  SELECT coalesce(
    (SELECT a.agency_id FROM partner p JOIN account a ON a.id = p.added_by WHERE p.short = $1),
    (SELECT a.agency_id FROM account a JOIN account_role r ON r.account_id = a.id JOIN agency g ON g.id = a.agency_id
     WHERE r.role = 'trace_officer' AND a.disabled_at IS NULL ORDER BY g.created_at, g.id LIMIT 1)
  ) AS agency`

const identifierIn = (body: unknown, field: 'request' | 'id'): string | null => {
  const value = (body as Record<string, unknown> | null)?.[field]
  return typeof value === 'string' ? value : null
}

/**
 * In the name of which agency a message about a trace is taken: that of the request. Null for messages that are no
 * trace’s, and where no agency traces.
 */
export async function agencyOfMessage(
  { client }: Pick<Context, 'client'>,
  { partner, kind, body }: { readonly partner: string; readonly kind: MessageKind; readonly body: unknown },
): Promise<string | null> {
  if (!kind.startsWith('trace-')) return null
  const request = identifierIn(body, kind === 'trace-request' ? 'id' : 'request')
  const asker = TO_THE_ASKER.has(kind) ? null : partner
  const known = await client.query<{ agency: string | null }>('SELECT trace_agency($1, $2) AS agency', [request, asker])
  if (known.rows[0]?.agency) return known.rows[0].agency
  if (kind !== 'trace-request') return null
  const { rows } = await client.query<{ agency: string | null }>(DESK, [partner])
  return rows[0]?.agency ?? null
}
