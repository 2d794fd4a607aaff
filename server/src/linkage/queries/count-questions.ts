import { DESKS } from '@proofmark/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'

/** How many questions wait for an answer of the reader's agency. Throws `role_needed`. */
export async function countOpenQuestions({ query, reader }: Context): Promise<number> {
  needRole(reader, DESKS)
  const { count } = await query
    .selectFrom('desk_question_addressee as addressee')
    .innerJoin('desk_question as question', 'question.id', 'addressee.question_id')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('addressee.agency_id', '=', reader.agency?.id ?? null)
    .where('question.withdrawn_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('desk_answer as answer')
            .select('answer.id')
            .whereRef('answer.question_id', '=', 'addressee.question_id')
            .whereRef('answer.agency_id', '=', 'addressee.agency_id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * How many questions of the reader's agency a desk has answered, those alone that were answered after a moment where one
 * is given. Throws `role_needed`.
 */
export async function countAnsweredQuestions({ query, reader }: Context, after: Date | null): Promise<number> {
  needRole(reader, DESKS)
  const { count } = await query
    .selectFrom('desk_question as question')
    .innerJoin('desk_answer as answer', 'answer.question_id', 'question.id')
    .select(({ fn }) => fn.count<string>('question.id').distinct().as('count'))
    .where('question.asker_agency_id', '=', reader.agency?.id ?? null)
    // As in the count of notices: a moment is given in milliseconds, and the database knows finer ones.
    .$if(after !== null, (some) => some.where(sql<Date>`date_trunc('milliseconds', answer.answered_at)`, '>', after!))
    .executeTakeFirstOrThrow()
  return Number(count)
}
