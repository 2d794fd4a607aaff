import { ProofmarkError } from '@proofmark/contract/errors'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { needWorkIn } from '../queries/asking-case.ts'

const LOGGED_AS = {
  deconfliction_question: 'deconfliction.withdrawn',
  planned_operation: 'operation.withdrawn',
} as const

/**
 * Withdraws a question or an operation of one of the reader's cases; safe to repeat. Throws `role_needed`, `not_found`,
 * `deconfliction_not_member`.
 */
export async function withdrawStanding(context: Context, table: keyof typeof LOGGED_AS, id: string): Promise<string> {
  const { query, reader, now, audit } = context
  needRole(reader, CASE_WORKERS)
  const found = await query
    .selectFrom(table)
    .select(['case_id', 'withdrawn_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new ProofmarkError('not_found', { what: id })
  await needWorkIn(context, found.case_id)
  if (found.withdrawn_at !== null) return id
  await query.updateTable(table).set({ withdrawn_by: reader.account, withdrawn_at: now }).where('id', '=', id).execute()
  await audit({ action: LOGGED_AS[table], subjects: [found.case_id, id] })
  return id
}
