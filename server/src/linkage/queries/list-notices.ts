import type { Notice } from '@proofmark/contract/schemas/pointer'
import type { Context } from '../../access/context.ts'

const PAGE = 200

/** What waits for the reader's own desk, newest first. Seeing it is itself an entry of the log. */
export async function listNotices({ query, reader, audit }: Context): Promise<Notice[]> {
  if (!reader.agency) return []
  const rows = await query
    .selectFrom('notice')
    .innerJoin('agency as asker', 'asker.id', 'notice.asker_agency_id')
    .select([
      'notice.id',
      'notice.kind',
      'notice.created_at as at',
      'asker.name as asker',
      'notice.reference',
      'notice.handle',
    ])
    .where('notice.agency_id', '=', reader.agency.id)
    .orderBy('notice.created_at', 'desc')
    .limit(PAGE)
    .execute()
  if (rows.length > 0) await audit({ action: 'notice.seen', subjects: rows.map(({ id }) => id) })
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
