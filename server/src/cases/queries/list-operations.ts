import { CASE_WORKERS } from '@proofmark/contract/route'
import type { OperationList } from '@proofmark/contract/schemas/deconfliction'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { meetingsOf } from './meetings.ts'

const PAGE = 200

/** The operations of the reader's cases, the last to end first. Throws `role_needed`. */
export async function listOperations(context: Context): Promise<OperationList> {
  const { query, now, reader, audit } = context
  needRole(reader, CASE_WORKERS)
  const rows = await query
    .selectFrom('planned_operation as operation')
    .innerJoin('case_file', 'case_file.id', 'operation.case_id')
    .innerJoin('account', 'account.id', 'operation.planned_by')
    .select(['operation.id', 'operation.kind', 'operation.place', 'operation.contact', 'account.name as by'])
    .select(['operation.latitude', 'operation.longitude', 'operation.radius'])
    .select(['operation.from_at', 'operation.to_at', 'operation.withdrawn_at'])
    .select(['case_file.id as caseId', 'case_file.reference'])
    .orderBy('operation.to_at', 'desc')
    .orderBy('operation.id')
    .limit(PAGE + 1)
    .execute()
  const page = rows.slice(0, PAGE)
  const met = await meetingsOf(
    context,
    page.map(({ id }) => id),
  )
  await audit({ action: 'operation.listed', subjects: page.map(({ id }) => id) })
  return {
    operations: page.map(
      ({ latitude, longitude, radius, from_at, to_at, withdrawn_at, caseId, reference, ...row }) => ({
        ...row,
        case: { id: caseId, reference },
        point: latitude === null || longitude === null || radius === null ? null : { latitude, longitude, radius },
        from: from_at.toISOString(),
        to: to_at.toISOString(),
        state: withdrawn_at !== null ? 'withdrawn' : to_at > now ? 'planned' : 'over',
        met: met.get(row.id) ?? [],
      }),
    ),
    more: rows.length > PAGE,
  }
}
