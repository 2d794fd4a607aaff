import { RECORDERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { isHeld } from '../../store/session-lock.ts'
import { sourceLock } from './find-import.ts'

/**
 * How many imports of the reader's agency failed, or were interrupted and nobody is at work on their source: they can be
 * gone on with or taken back. Throws `role_needed`.
 */
export async function countImportsLeft({ client, reader }: Context): Promise<number> {
  needRole(reader, RECORDERS)
  const { rows } = await client.query<{ source: string; failed: number; begun: number }>(
    `SELECT i.source_id AS source, (count(*) FILTER (WHERE i.state = 'failed'))::int4 AS failed,
       (count(*) FILTER (WHERE i.state <> 'failed'))::int4 AS begun
     FROM import_run i JOIN source s ON s.id = i.source_id
     WHERE s.agency_id = $1 AND i.state IN ('failed', 'running', 'taking_back', 'putting_back') GROUP BY i.source_id`,
    [reader.agency?.id ?? null],
  )
  let left = 0
  for (const { source, failed, begun } of rows)
    left += failed + (begun > 0 && !(await isHeld(client, sourceLock(source))) ? begun : 0)
  return left
}
