import { caseOpenRequest } from '@proofmark/contract/schemas/case'
import { openCompartment } from '../../cases/commands/compartment.ts'
import { giveItem } from '../../cases/commands/give-item.ts'
import { letIn } from '../../cases/commands/let-in.ts'
import { openCase } from '../../cases/commands/open-case.ts'
import { sayInCase } from '../../cases/commands/say-in-case.ts'
import { personOf } from '../desks.ts'
import { GROUNDS } from './asked.ts'
import { identifierOf, recordIn, runAs, type Twin } from './twin.ts'

export const OWN_CASE = identifierOf('case of the police')
export const LEFT_CASE = identifierOf('case whose lead has gone')
export const HIDDEN_CASE = identifierOf('hidden case')

const opened = (id: string, reference: string, more: object = {}) =>
  caseOpenRequest.parse({
    case: id,
    reference,
    title: 'Pistols on the northern road',
    kinds: ['illicit_trafficking'],
    nexus: ['organised_crime'],
    grounds: GROUNDS,
    ...more,
  })
const noted = (text: string) => ({ kind: 'note' as const, text, standing: 'fact' as const, about: [] })

/** A case of the police, in which customs work too: both twins hold it. */
export async function showCases(twin: Twin): Promise<void> {
  const analyst = runAs(twin, 'police analyst')
  await openCase(analyst, opened(OWN_CASE, 'P 1/2026'))
  for (const [person, part] of [
    ['police investigator', 'member'],
    ['customs', 'member'],
    ['police trace_officer', 'reader'],
  ] as const)
    await analyst((context) =>
      letIn(context, {
        case: OWN_CASE,
        account: twin.accounts.get(person)!,
        part,
        why: 'works on it',
        grounds: GROUNDS,
      }),
    )
  await leaveCase(twin)
  const item = { kind: 'record' as const, id: recordIn('Police', 'register', 'L-2') }
  await analyst((context) => giveItem(context, { case: OWN_CASE, entry: identifierOf('given by the police'), item }))
  await runAs(
    twin,
    'customs',
  )((context) =>
    sayInCase(context, { case: OWN_CASE, entry: identifierOf('note of customs'), say: noted('Seen at the gate.') }),
  )
}

/** A case of the police whose lead was disabled: both twins hold it. */
async function leaveCase({ database }: Twin): Promise<void> {
  const gone = await personOf(database, 'Police', 'officer who left', ['investigator'])
  await openCase(async (work) => database.as(await database.reader(gone), work), opened(LEFT_CASE, 'P 3/2026'))
  await database.pool('serve').query('UPDATE account SET disabled_at = now() WHERE id = $1', [gone])
}

/** A case of customs about a firearm of the police, and a compartment of theirs within the case of the police. */
export async function hideCases(twin: Twin): Promise<void> {
  const customs = runAs(twin, 'customs')
  await openCase(customs, opened(HIDDEN_CASE, 'P 1/2026', { visibility: 'silent' }))
  const item = { kind: 'record' as const, id: recordIn('Police', 'register', 'L-2') }
  await customs((context) => giveItem(context, { case: HIDDEN_CASE, entry: identifierOf('given in hiding'), item }))
  const compartment = identifierOf('hidden compartment')
  await openCompartment(customs, { case: OWN_CASE, compartment, name: 'Informants', why: 'their safety' })
  const inner = { case: OWN_CASE, compartment }
  await customs((context) =>
    sayInCase(context, { ...inner, entry: identifierOf('hidden note'), say: noted('He says so himself.') }),
  )
  const hidden = { kind: 'record' as const, id: recordIn('Customs', 'covert', 'HC-2') }
  await customs((context) => giveItem(context, { ...inner, entry: identifierOf('hidden item'), item: hidden }))
}
