import { answerQuestion } from '../../linkage/commands/answer-question.ts'
import { askDesks } from '../../linkage/commands/ask-desks.ts'
import { judge } from '../../linkage/commands/judge.ts'
import { decideText } from '../../records/commands/decide-text.ts'
import { importPack } from '../../records/commands/import-pack.ts'
import { readPack } from '../../records/rules/pack-file.ts'
import { questionOf } from '../desks.ts'
import { packFile } from './pack-file.ts'
import { identifierOf, recordIn, runAs, type Twin } from './twin.ts'

/** What the police did, and others did with them: both twins hold it. */
export async function shownWork(twin: Twin): Promise<void> {
  const analyst = runAs(twin, 'police analyst')
  const customs = runAs(twin, 'customs')
  await analyst((context) =>
    judge(context, {
      id: identifierOf('judgement of the police'),
      record: recordIn('Police', 'seizures', 'S-1'),
      other: recordIn('Police', 'register', 'L-2'),
      about: 'firearm',
      verdict: 'same',
    }),
  )
  await runAs(
    twin,
    'police data_steward',
  )((context) => decideText(context, { field: 'make', text: 'Zorbo', means: { said: 'craft' } }))
  await runAs(
    twin,
    'police data_steward',
  )((context) => importPack(context, { pack: readPack(new TextEncoder().encode(packFile('spring'))) }))
  await analyst((context) => askDesks(context, questionOf({ id: identifierOf('question of the police') })))
  await customs((context) =>
    answerQuestion(context, {
      id: identifierOf('answer of customs'),
      question: identifierOf('question of the police'),
      verdict: 'not_known',
    }),
  )
  await customs((context) => askDesks(context, questionOf({ id: identifierOf('question of customs') })))
}
