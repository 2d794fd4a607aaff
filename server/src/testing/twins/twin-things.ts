import { thingAddRequest, tieAddRequest } from '@proofmark/contract/schemas/thing'
import { addThing, placeOfThing } from '../../cases/commands/add-thing.ts'
import { judgeThings } from '../../cases/commands/judge-things.ts'
import { placeOfTie, sayTie } from '../../cases/commands/say-tie.ts'
import { caseOf } from '../case-of.ts'
import { TWIN_NUMBER } from './requests-of-things.ts'
import { identifierOf, recordIn, runAs, type Twin } from './twin.ts'

const grounds = { purpose: 'criminal_investigation' } as const

async function addAs(
  twin: Twin,
  person: string,
  name: string,
  kind: string,
  field: string,
  value: string,
  more: object = {},
) {
  const said = { id: identifierOf(`${name} value`), field, value, standing: 'fact' }
  const input = thingAddRequest.parse({ id: identifierOf(name), kind, values: [said], ...more, grounds })
  const run = runAs(twin, person)
  await run((context) => placeOfThing(context, input))
  await run((context) => addThing(context, input))
}

async function tieAs(twin: Twin, person: string, from: string, to: string, relation: string) {
  const input = tieAddRequest.parse({
    id: identifierOf(`${from} ${to}`),
    from,
    to,
    relation,
    standing: 'lead',
    grounds,
  })
  const run = runAs(twin, person)
  await run((context) => placeOfTie(context, input))
  await run((context) => sayTie(context, input))
}

/** Telephones of the police that may be one, and what one of them offered. */
export async function shownThings(twin: Twin): Promise<void> {
  const by = 'police trace_officer'
  await addAs(twin, by, 'our telephone', 'telephone', 'number', TWIN_NUMBER)
  await addAs(twin, by, 'our other telephone', 'telephone', 'number', TWIN_NUMBER)
  await tieAs(
    twin,
    by,
    `telephone:${identifierOf('our telephone')}`,
    `record:${recordIn('Police', 'seizures', 'S-4')}`,
    'offered',
  )
}

/** The same number at others, outside of cases and in a compartment, tied, judged one and said of somebody. */
export async function hiddenThings(twin: Twin): Promise<void> {
  const by = 'customs'
  const within = await caseOf(twin.database, 'hidden 1', [twin.accounts.get(by)!], {
    id: identifierOf('hidden case of things'),
  })
  const inCase = { case: within }
  await addAs(twin, by, 'hidden telephone', 'telephone', 'number', TWIN_NUMBER)
  await addAs(twin, by, 'hidden telephone in case', 'telephone', 'number', TWIN_NUMBER, inCase)
  for (let at = 0; at < 10; at++)
    await addAs(twin, by, `hidden telephone ${at}`, 'telephone', 'number', TWIN_NUMBER, inCase)
  await addAs(twin, by, 'hidden person', 'person', 'name', 'Hidden Person', {
    ...inCase,
    subject: { tie: identifierOf('hidden subject'), category: 'witness' },
  })
  await tieAs(
    twin,
    by,
    `person:${identifierOf('hidden person')}`,
    `telephone:${identifierOf('hidden telephone in case')}`,
    'uses',
  )
  await tieAs(
    twin,
    by,
    `telephone:${identifierOf('hidden telephone')}`,
    `record:${recordIn('Police', 'register', 'L-2')}`,
    'offered',
  )
  await runAs(
    twin,
    by,
  )((context) =>
    judgeThings(context, {
      id: identifierOf('hidden judgement'),
      first: identifierOf('hidden telephone'),
      second: identifierOf('hidden telephone in case'),
      verdict: 'same',
    }),
  )
}
