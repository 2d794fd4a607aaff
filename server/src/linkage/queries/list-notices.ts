import type { Notice } from '@proofmark/contract/schemas/pointer'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { namedOfficer } from '../../access/queries/named-officer.ts'
import { recordsReleased } from '../../access/queries/releases.ts'
import { lastDay } from '../../access/rules/release-end.ts'
import type { Tables } from '../../store/tables.ts'
import { noticeKinds } from '../policy/notice.ts'

const PAGE = 200

type Ours = (where: ExpressionBuilder<Tables, 'notice'>) => Expression<SqlBool>

/** Notices of the reader's own desk, and of findings against the custodies that the reader oversees. */
async function ours(context: Context): Promise<Ours> {
  const { reader } = context
  const agency = reader.agency?.id ?? null
  const kinds = agency === null ? [] : noticeKinds(reader, await namedOfficer(context, agency))
  return ({ and, or, eb, exists, selectFrom }) =>
    or([
      ...(agency === null ? [] : [and([eb('notice.agency_id', '=', agency), eb('notice.kind', 'in', kinds)])]),
      exists(
        selectFrom('oversight_finding as finding')
          .innerJoin('agency as custodian', 'custodian.id', 'finding.agency_id')
          .select('finding.id')
          .whereRef('finding.id', '=', 'notice.finding_id')
          .where('custodian.oversight_account_id', '=', reader.account)
          .where((own) =>
            own.or([own('finding.silent', '=', false), own('finding.agency_id', 'is not distinct from', agency)]),
          ),
      ),
    ])
}

/**
 * What waits for the reader's own desk, newest first; of a match with a silent source only whoever may hear of it learns,
 * of a finding against a custodian whoever oversees it. Seeing it is itself an entry of the log.
 */
export async function listNotices(context: Context): Promise<Notice[]> {
  const { query, audit } = context
  const rows = await query
    .selectFrom('notice')
    .innerJoin('agency as about', 'about.id', 'notice.agency_id')
    .leftJoin('agency as asker', 'asker.id', 'notice.asker_agency_id')
    .leftJoin('desk_answer', 'desk_answer.id', 'notice.answer_id')
    .leftJoin('agency as answerer', 'answerer.id', 'desk_answer.agency_id')
    .leftJoin('release', 'release.id', 'notice.release_id')
    .leftJoin('clearance_hold as hold', 'hold.id', 'notice.hold_id')
    .select([
      'notice.id',
      'notice.kind',
      'notice.created_at as at',
      'asker.name as asker',
      'notice.reference',
      'notice.handle',
      'hold.handle as holdHandle',
      'notice.recovery_id as recovery',
      'notice.question_id as question',
      'answerer.name as answerer',
      'about.name as custodian',
      'release.id as releaseId',
      'release.ends_at as releaseEnd',
    ])
    .where(await ours(context))
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
  return rows.map(({ at, custodian, releaseId, releaseEnd, holdHandle, ...row }) => ({
    ...row,
    handle: row.handle ?? holdHandle,
    at: at.toISOString(),
    custodian: row.kind === 'finding_filed' ? custodian : null,
    release: releaseOf(releaseId, releaseEnd),
  }))
}

/** How many notices wait for the reader's own desk, those alone that came after a moment where one is given. */
export async function countNotices(context: Context, after: Date | null): Promise<number> {
  const { query } = context
  // A moment is given in milliseconds, and the database knows finer ones: what was seen must not count again.
  const { count } = await query
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where(await ours(context))
    .$if(after !== null, (some) => some.where(sql<Date>`date_trunc('milliseconds', created_at)`, '>', after!))
    .executeTakeFirstOrThrow()
  return Number(count)
}
