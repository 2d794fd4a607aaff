import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { askersAgency } from '../policy/question.ts'
import { holdQuestion } from '../queries/find-question.ts'

export interface WithdrawnQuestion {
  readonly question: string
  readonly withdrawnAt: Date
}

/**
 * Withdraws a question of the reader's agency: it stands, marked, and waits for no answer. One that is withdrawn already
 * stays so, since the same moment. Throws `role_needed`, `not_found`, and `not_your_agency` for one that was received.
 */
export async function withdrawQuestion(context: Context, id: string): Promise<WithdrawnQuestion> {
  const { query, reader, audit } = context
  const question = await holdQuestion(context, askersAgency(reader), id)
  needAgency(reader, question.asker)
  if (question.withdrawnAt) return { question: question.id, withdrawnAt: question.withdrawnAt }
  const { withdrawnAt } = await query
    .updateTable('desk_question')
    .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', question.id)
    .returning(sql<Date>`withdrawn_at`.as('withdrawnAt'))
    .executeTakeFirstOrThrow()
  await audit({ action: 'question.withdrawn', subjects: [question.id] })
  return { question: question.id, withdrawnAt }
}
