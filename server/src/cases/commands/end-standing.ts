import type { Context } from '../../access/context.ts'

/**
 * Withdraws the questions that stand in a case and its operations that are not over: of a case in which nobody works
 * nobody is to be told. One entry of the log for all of a kind.
 */
export async function endStanding({ query, reader, now, audit }: Context, of: string): Promise<void> {
  const withdrawn = { withdrawn_by: reader.account, withdrawn_at: now }
  const questions = await query
    .updateTable('deconfliction_question')
    .set(withdrawn)
    .where('case_id', '=', of)
    .where('withdrawn_at', 'is', null)
    .where('until', '>', now)
    .returning('id')
    .execute()
  const operations = await query
    .updateTable('planned_operation')
    .set(withdrawn)
    .where('case_id', '=', of)
    .where('withdrawn_at', 'is', null)
    .where('to_at', '>', now)
    .returning('id')
    .execute()
  const ids = (rows: readonly { readonly id: string }[]) => [of, ...rows.map(({ id }) => id)]
  if (questions.length > 0) await audit({ action: 'deconfliction.withdrawn', subjects: ids(questions) })
  if (operations.length > 0) await audit({ action: 'operation.withdrawn', subjects: ids(operations) })
}
