import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { AnswerRequest } from '@proofmark/contract/schemas/question'
import type { Agency } from '../../access/commands/add-agency.ts'
import type { Context } from '../../access/context.ts'
import { desksAgency } from '../policy/question.ts'
import { holdQuestion, type KnownQuestion } from '../queries/find-question.ts'

export interface DeskAnswer extends AnswerRequest {
  readonly question: string
}

export interface AnsweredQuestion {
  readonly question: string
  readonly answer: string
  readonly at: Date
}

/** What the same answer got when it was sent before; null where it is new. Throws `question_id_used` for another. */
async function sentBefore(
  { query }: Context,
  desk: Agency,
  question: KnownQuestion,
  { id, verdict, note }: DeskAnswer,
): Promise<AnsweredQuestion | null> {
  const known = await query.selectFrom('desk_answer').selectAll().where('id', '=', id).executeTakeFirst()
  if (!known) return null
  const same =
    known.question_id === question.id &&
    known.agency_id === desk.id &&
    known.verdict === verdict &&
    known.note === (note ?? null)
  if (!same) throw new ProofmarkError('question_id_used', { id })
  return { question: question.id, answer: known.id, at: known.answered_at }
}

/**
 * Answers a question that the reader's agency was asked. The desk may answer again; its last answer counts. No record
 * leaves with an answer, not even with `known`. The same answer sent again changes nothing, also when the question was
 * withdrawn since. Throws `role_needed`, `not_found` where the agency was not asked, `question_withdrawn`,
 * `question_id_used`.
 */
export async function answerQuestion(context: Context, input: DeskAnswer): Promise<AnsweredQuestion> {
  const { query, reader, audit } = context
  const desk = desksAgency(reader)
  const question = await holdQuestion(context, desk, input.question)
  if (!question.received) throw new ProofmarkError('not_found', { what: input.question })
  const before = await sentBefore(context, desk, question, input)
  if (before) return before
  if (question.withdrawnAt)
    throw new ProofmarkError('question_withdrawn', { question: question.id, at: question.withdrawnAt.toISOString() })
  const { id, verdict, note } = input
  const given = await query
    .insertInto('desk_answer')
    .values({
      id,
      question_id: question.id,
      agency_id: desk.id,
      verdict,
      note: note ?? null,
      answered_by: reader.account,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(['id', 'answered_at as at'])
    .executeTakeFirst()
  // This question is held, so whoever took the identifier at the same moment answered another.
  if (!given) throw new ProofmarkError('question_id_used', { id })
  await query
    .insertInto('notice')
    .values({
      id: randomUUID(),
      agency_id: question.asker.id,
      kind: 'question_answered',
      asker_agency_id: question.asker.id,
      reference: question.reference,
      question_id: question.id,
      answer_id: given.id,
    })
    .execute()
  await audit({
    action: 'question.answered',
    subjects: [question.id, given.id],
    body: { asker: question.asker.name, verdict, note: note ?? null },
  })
  return { question: question.id, answer: given.id, at: given.at }
}
