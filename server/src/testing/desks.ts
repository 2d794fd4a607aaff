import { randomUUID } from 'node:crypto'
import type { Role } from '@proofmark/contract/roles'
import { type AnswerRequest, type QuestionRequest, questionRequest } from '@proofmark/contract/schemas/question'
import { addAccount } from '../access/commands/add-account.ts'
import { addAgency } from '../access/commands/add-agency.ts'
import { answerQuestion } from '../linkage/commands/answer-question.ts'
import { askDesks } from '../linkage/commands/ask-desks.ts'
import { presentQuestions } from '../linkage/present/question.ts'
import { listQuestions } from '../linkage/queries/list-questions.ts'
import type { TestDatabase } from './test-database.ts'

/** A person of an agency, which is added where there is none yet. */
export async function personOf(database: TestDatabase, agency: string, name: string, roles: readonly Role[]) {
  return database.as(await database.installer(), async (context) => {
    const known = await context.query.selectFrom('agency').select('id').where('name', '=', agency).executeTakeFirst()
    if (!known) await addAgency(context, { name: agency, desk: `desk of ${agency}` })
    return addAccount(context, { agency, name, roles })
  })
}

/** A question in words, as it comes through the door. */
export const questionOf = (more: Partial<QuestionRequest> = {}): QuestionRequest =>
  questionRequest.parse({
    id: randomUUID(),
    reference: 'case 7',
    basis: 'criminal_procedure',
    ...(more.record === undefined ? { description: { mark: 'T?R*8', make: 'Taurus' } } : {}),
    ...more,
  })

/** What people of two agencies do with questions, by account. */
export const desksOfTest = (database: TestDatabase) => ({
  ask: async (account: string, question: QuestionRequest) =>
    database.as(await database.reader(account), (context) => askDesks(context, question)),
  answer: async (account: string, question: string, answer: Partial<AnswerRequest> = {}) =>
    database.as(await database.reader(account), (context) =>
      answerQuestion(context, { id: randomUUID(), verdict: 'not_known', ...answer, question }),
    ),
  list: async (account: string) => presentQuestions(await database.as(await database.reader(account), listQuestions)),
})
