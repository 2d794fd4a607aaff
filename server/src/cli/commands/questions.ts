import type { Say } from '@proofmark/contract/messages'
import type { QuestionList } from '@proofmark/contract/schemas/question'
import { presentQuestions } from '../../linkage/present/question.ts'
import { listQuestions } from '../../linkage/queries/list-questions.ts'
import { COMMON, readArguments } from '../arguments.ts'
import { oneLine, print, printJson, tell } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = COMMON

type Asked = QuestionList['asked'][number]
type Received = QuestionList['received'][number]

function standing(
  question: Asked | Received,
  answers: Received['answers'] | Asked['desks'][number]['answers'],
  say: Say,
) {
  const last = answers[0]
  if (last) return [say(`word.verdict.${last.verdict}`), oneLine(last.note)].filter(Boolean).join(': ')
  return say(question.withdrawnAt === null ? 'shell.question_open' : 'shell.question_withdrawn')
}

function printAsked(question: Asked, say: Say): void {
  const { id, reference, description, desks } = question
  for (const { name, answers } of desks)
    print([id, oneLine(reference), oneLine(description.mark), name, standing(question, answers, say)].join('\t'))
}

function printReceived(question: Received, say: Say): void {
  const { id, reference, description, asker, answers } = question
  print([id, oneLine(reference), oneLine(description.mark), asker, standing(question, answers, say)].join('\t'))
}

/** `proofmark questions [--json]`: what the reader's agency asked other desks, and what it was asked. */
export async function questionsCommand(args: readonly string[]): Promise<void> {
  const { flags } = readArguments(args, FLAGS)
  await withShell(flags, async ({ run, say }) => {
    const { asked, received, more } = presentQuestions(await run(listQuestions))
    if (flags.json) {
      for (const question of asked) printJson({ side: 'asked', ...question })
      for (const question of received) printJson({ side: 'received', ...question })
    } else {
      if (asked.length + received.length === 0) print(say('shell.questions_none'))
      if (asked.length > 0) print(say('shell.questions_asked'))
      for (const question of asked) printAsked(question, say)
      if (received.length > 0) print(say('shell.questions_received'))
      for (const question of received) printReceived(question, say)
    }
    if (more.asked || more.received) tell(say('shell.questions_more'))
  })
}
