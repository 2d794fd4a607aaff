import { askDeconfliction } from '../../cases/commands/ask-deconfliction.ts'
import { planOperation } from '../../cases/commands/plan-operation.ts'
import { answerDeconfliction } from '../../cases/deconfliction/answer.ts'
import { askedKey } from '../../cases/rules/deconfliction-value.ts'
import { caseFileOf, thingOf } from '../case-files.ts'
import { identifierOf, runAs, TWIN_SECRET, type Twin } from './twin.ts'

/** Numbers that only a silent case of others keeps. */
export const HIDDEN_VALUES = ['55 0700 101', '55 0700 102'] as const
export const HIDDEN_PLACE = '12 Hidden Quay'
/** The reference of the case in which the police ask. */
export const OWN_CASE = 'P 7'

/** When the operations are: near enough to be planned whenever the twins are made. */
export const hoursAhead = (count: number): string =>
  new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + (24 + count) * 3_600_000).toISOString()

/** What others keep in a silent case and plan in it, and a case that the police must not see at all. */
export async function hideDeconfliction(twin: Twin): Promise<void> {
  const { database, accounts } = twin
  const customs = accounts.get('customs')!
  const silent = await caseFileOf(database, {
    id: identifierOf('silent case'),
    reference: OWN_CASE,
    people: [customs],
    visibility: 'silent',
  })
  const keys = HIDDEN_VALUES.map((value) => askedKey(TWIN_SECRET, 'telephone', value)!)
  await thingOf(database, customs, { of: silent, keys, kind: 'telephone' })
  const planned = await runAs(
    twin,
    'customs',
  )((context) =>
    planOperation(context, {
      ...{ id: identifierOf('hidden operation'), kind: 'search', case: silent.id, place: HIDDEN_PLACE },
      ...{ from: hoursAhead(0), to: hoursAhead(23), contact: 'hidden line' },
    }),
  )
  await answerDeconfliction(database.pool('match'), planned, new Date())
}

/** The case in which the police ask, what they asked in it, and what they plan. */
export async function showDeconfliction(twin: Twin): Promise<void> {
  const { database, accounts } = twin
  await caseFileOf(database, {
    id: identifierOf('case of questions'),
    reference: OWN_CASE,
    people: [accounts.get('police investigator')!, accounts.get('police analyst')!],
  })
  const investigator = runAs(twin, 'police investigator')
  const question = { id: identifierOf('deconfliction of the police'), kind: 'telephone', case: OWN_CASE } as const
  const asked = await investigator((context) => askDeconfliction(context, { ...question, value: HIDDEN_VALUES[1] }))
  const planned = await investigator((context) =>
    planOperation(context, {
      ...{ id: identifierOf('operation of the police'), kind: 'arrest', case: OWN_CASE, place: HIDDEN_PLACE },
      ...{ from: hoursAhead(2), to: hoursAhead(4), contact: 'line of the police' },
    }),
  )
  for (const each of [asked, planned]) await answerDeconfliction(database.pool('match'), each, new Date())
}
