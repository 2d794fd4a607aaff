import { ProofmarkError } from '@proofmark/contract/errors'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { needWorkIn } from '../queries/asking-case.ts'

/** Withdraws an operation of one of the reader's cases. Throws `role_needed`, `not_found`, `deconfliction_not_member`. */
export async function withdrawOperation(context: Context, id: string): Promise<string> {
  const { query, reader, now, audit } = context
  needRole(reader, CASE_WORKERS)
  const found = await query
    .selectFrom('planned_operation')
    .select(['case_id', 'withdrawn_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new ProofmarkError('not_found', { what: id })
  await needWorkIn(context, found.case_id)
  if (found.withdrawn_at !== null) return id
  await query
    .updateTable('planned_operation')
    .set({ withdrawn_by: reader.account, withdrawn_at: now })
    .where('id', '=', id)
    .execute()
  await audit({ action: 'operation.withdrawn', subjects: [found.case_id, id] })
  return id
}
