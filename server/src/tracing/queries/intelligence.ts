import type { Context } from '../../access/context.ts'

/**
 * Which of these records came of a partner’s reply that the partner has not permitted to be used in court: by the code of
 * the source that keeps them, unless the last reply that bears them permits it, or it was noted since that its originator
 * does. Their sources and keys.
 */
export async function intelligenceAmong({ client, now }: Context, records: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ source: string; key: string }>(
    `SELECT s.name AS source, r.source_key AS key
     FROM record r JOIN source s ON s.id = r.source_id
     WHERE r.id = ANY ($1::uuid[]) AND s.kind = 'trace-result' AND s.handling <> 'H0'
       AND NOT coalesce((
         SELECT coalesce(
           (SELECT n.permitted AND (n.until IS NULL OR n.until >= $2::date) FROM trace_permission n
            WHERE n.request_id = p.request_id AND n.message = p.id AND n.audience = 'court'
            ORDER BY n.number DESC LIMIT 1),
           (p.message -> 'courtUse' ->> 'permitted')::boolean)
         FROM trace_reply p WHERE p.records @> ARRAY[r.id] ORDER BY p.received_at DESC, p.number DESC LIMIT 1
       ), false)
     ORDER BY s.name, r.source_key`,
    [records, now.toISOString().slice(0, 10)],
  )
  return rows.map(({ source, key }) => `${source} ${key}`)
}
