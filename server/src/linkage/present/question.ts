import type { QuestionAnswered, QuestionAsked, QuestionList } from '@proofmark/contract/schemas/question'
import type { AnsweredQuestion } from '../commands/answer-question.ts'
import type { AskedDesks } from '../commands/ask-desks.ts'
import type { WithdrawnQuestion } from '../commands/withdraw-question.ts'
import type { GivenAnswer } from '../queries/desk-answers.ts'
import type { AskedQuestion, Questions, ReceivedQuestion } from '../queries/list-questions.ts'

const presentAnswer = ({ id, verdict, note, at }: GivenAnswer) => ({ id, verdict, note, at: at.toISOString() })

function presentQuestion({ id, reference, basis, description, at, withdrawnAt }: AskedQuestion | ReceivedQuestion) {
  return {
    id,
    reference,
    basis,
    description,
    at: at.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  }
}

/** To the asker: who of the own people asked, and of each desk what it said, not who of its people. */
function presentAsked(question: AskedQuestion): QuestionList['asked'][number] {
  const desks = question.desks.map((desk) => ({
    ...desk,
    answers: question.answers.filter(({ agency }) => agency === desk.id).map(presentAnswer),
  }))
  return { ...presentQuestion(question), by: question.by, record: question.record, desks }
}

/** To a desk: the description, the asking agency, reference, basis and date, and what the own people answered. */
function presentReceived(question: ReceivedQuestion): QuestionList['received'][number] {
  const answers = question.answers.map((answer) => ({ ...presentAnswer(answer), by: answer.by }))
  return { ...presentQuestion(question), asker: question.asker, open: question.open, answers }
}

/** What a reader sees of the questions to and from their agency. */
export function presentQuestions({ asked, received, more }: Questions): QuestionList {
  return { asked: asked.map(presentAsked), received: received.map(presentReceived), more }
}

export function presentSent({ question, at, desks }: AskedDesks): QuestionAsked {
  return { question, at: at.toISOString(), desks: desks.map((desk) => ({ ...desk })) }
}

export function presentAnswered({ question, answer, at }: AnsweredQuestion): QuestionAnswered {
  return { question, answer, at: at.toISOString() }
}

export function presentWithdrawn({ question, withdrawnAt }: WithdrawnQuestion) {
  return { question, withdrawnAt: withdrawnAt.toISOString() }
}
