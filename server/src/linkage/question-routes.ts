import type { Handlers } from '../http/endpoint.ts'
import { answerQuestion } from './commands/answer-question.ts'
import { askDesks } from './commands/ask-desks.ts'
import { withdrawQuestion } from './commands/withdraw-question.ts'
import { presentAnswered, presentQuestions, presentSent, presentWithdrawn } from './present/question.ts'
import { listQuestions } from './queries/list-questions.ts'

type QuestionRoutes = Pick<Handlers, 'questionAsk' | 'questionList' | 'questionAnswer' | 'questionWithdraw'>

export function questionRoutes(): QuestionRoutes {
  return {
    questionAsk: async ({ body, run }) => presentSent(await run((context) => askDesks(context, body))),
    questionList: async ({ run }) => presentQuestions(await run(listQuestions)),
    questionAnswer: async ({ body, http, run }) => {
      const question = http.req.param('question') ?? ''
      return presentAnswered(await run((context) => answerQuestion(context, { ...body, question })))
    },
    questionWithdraw: async ({ http, run }) =>
      presentWithdrawn(await run((context) => withdrawQuestion(context, http.req.param('question') ?? ''))),
  }
}
