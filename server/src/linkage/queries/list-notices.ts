import type { Notice } from '@proofmark/contract/schemas/pointer'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { namedOfficer } from '../../access/queries/named-officer.ts'
import { recordsReleased } from '../../access/queries/releases.ts'
import { lastDay } from '../../access/rules/release-end.ts'
import { noticeKinds } from '../policy/notice.ts'

const PAGE = 200

/**
 * What waits for the reader's own desk, newest first; of a match with a silent source only whoever may hear of it learns.
 * Seeing it is itself an entry of the log.
 */
export async function listNotices(context: Context): Promise<Notice[]> {
  const { query, reader, audit } = context
  if (!reader.agency) return []
  const kinds = noticeKinds(reader, await namedOfficer(context, reader.agency.id))
  const rows = await query
    .selectFrom('notice')
    .innerJoin('agency as asker', 'asker.id', 'notice.asker_agency_id')
    .leftJoin('desk_answer', 'desk_answer.id', 'notice.answer_id')
    .leftJoin('agency as answerer', 'answerer.id', 'desk_answer.agency_id')
    .leftJoin('release', 'release.id', 'notice.release_id')
    .select([
      'notice.id',
      'notice.kind',
      'notice.created_at as at',
      'asker.name as asker',
      'notice.reference',
      'notice.handle',
      'notice.question_id as question',
      'answerer.name as answerer',
      'release.id as releaseId',
      'release.ends_at as releaseEnd',
    ])
    .where('notice.agency_id', '=', reader.agency.id)
    .where('notice.kind', 'in', kinds)
    .orderBy('notice.created_at', 'desc')
    .limit(PAGE)
    .execute()
  if (rows.length > 0) await audit({ action: 'notice.seen', subjects: rows.map(({ id }) => id) })
  const records = await recordsReleased(
    context,
    rows.flatMap(({ releaseId }) => releaseId ?? []),
  )
  const releaseOf = (id: string | null, end: Date | null) =>
    id === null || end === null ? null : { release: id, until: lastDay(end), records: records.get(id) ?? [] }
  return rows.map(({ at, releaseId, releaseEnd, ...row }) => ({
    ...row,
    at: at.toISOString(),
    release: releaseOf(releaseId, releaseEnd),
  }))
}

/** How many notices wait for the reader's own desk, those alone that came after a moment where one is given. */
export async function countNotices(context: Context, after: Date | null): Promise<number> {
  const { query, reader } = context
  if (!reader.agency) return 0
  const kinds = noticeKinds(reader, await namedOfficer(context, reader.agency.id))
  // A moment is given in milliseconds, and the database knows finer ones: what was seen must not count again.
  const { count } = await query
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('agency_id', '=', reader.agency.id)
    .where('kind', 'in', kinds)
    .$if(after !== null, (some) => some.where(sql<Date>`date_trunc('milliseconds', created_at)`, '>', after!))
    .executeTakeFirstOrThrow()
  return Number(count)
}
