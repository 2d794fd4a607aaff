import { findAgency } from '../../access/commands/add-agency.ts'
import type { Context } from '../../access/context.ts'
import { answerQuestion } from '../../linkage/commands/answer-question.ts'
import { askDesks } from '../../linkage/commands/ask-desks.ts'
import type { AgencyName } from '../agencies.ts'
import { identifierOf, type Offices } from './offices.ts'

const [OPEN, ANSWERED] = ['CS 24/117', 'FFP 24/031'] as const

async function ask(context: Context, reference: string, desk: AgencyName, mark: string, make: string): Promise<void> {
  const agency = await findAgency(context, desk)
  await askDesks(context, {
    id: identifierOf('question', reference),
    reference,
    basis: 'firearms_act',
    description: { mark, make, calibre: '9mm', type: 'pistol' },
    agencies: agency ? [agency.id] : [],
  })
}

/** The customs ask the focal point about a mark that is too weak for a pointer; what it asked them is answered. */
export async function leaveQuestions({ as }: Offices): Promise<void> {
  await as('Jorun Aske')((context) => ask(context, OPEN, 'Firearms Focal Point', 'R?10[4A]', 'taurus'))
  await as('Ilse Moravan')((context) => ask(context, ANSWERED, 'Customs Service', 'GW30?', 'glock'))
  await as('Jorun Aske')((context) =>
    answerQuestion(context, {
      id: identifierOf('answer', ANSWERED),
      question: identifierOf('question', ANSWERED),
      verdict: 'ask_us',
      note: 'Two of that kind were held at Port Averne in 2023. Ring the liaison desk.',
    }),
  )
}
