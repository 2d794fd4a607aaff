import type { Verdict } from '@proofmark/contract/schemas/question'
import type { Context } from '../../access/context.ts'

export interface GivenAnswer {
  readonly id: string
  readonly question: string
  readonly agency: string
  readonly verdict: Verdict
  readonly note: string | null
  readonly by: string
  readonly at: Date
}

/** The answers to these questions, of one agency or of all, the last first: it counts. The caller decides who may see them. */
export async function answersTo(
  { query }: Context,
  questions: readonly string[],
  agency: string | null,
): Promise<GivenAnswer[]> {
  if (questions.length === 0) return []
  const answers = query
    .selectFrom('desk_answer')
    .innerJoin('account', 'account.id', 'desk_answer.answered_by')
    .select([
      'desk_answer.id',
      'question_id as question',
      'desk_answer.agency_id as agency',
      'verdict',
      'note',
      'account.name as by',
      'answered_at as at',
    ])
    .where('question_id', 'in', questions)
    .orderBy('number', 'desc')
  return (agency === null ? answers : answers.where('desk_answer.agency_id', '=', agency)).execute()
}
