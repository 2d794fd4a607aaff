import { internVisibility } from '../../access/commands/intern-visibility.ts'
import type { NodeName } from '../../cases/rules/graph/node.ts'
import { openCaseRows, recoveryRows, type TieRows, thingRows, tieRows } from '../graph-rows.ts'
import { identifierOf, recordIn, runAs, type Twin } from './twin.ts'

const person = (word: string): NodeName => `person:${identifierOf(word)}`
const address = (word: string): NodeName => `address:${identifierOf(word)}`
const firearm = (agency: string, source: string, key: string): NodeName => `record:${recordIn(agency, source, key)}`

const SHOWN_CASE = identifierOf('case of the graph')
const HIDDEN_CASE = identifierOf('hidden case of the graph')
const [ONE, OTHER, AT] = [person('police one'), person('police other'), address('police address')]
const [BRIDGE, HIDDEN_AT] = [person('hidden bridge'), address('hidden address')]

const [ROUTED, HIDDEN_ROUTED] = [identifierOf('police route'), identifierOf('hidden route')]
const ROUTE = { route: { origin: 'XB', transit: ['XC'], destination: 'XA' } }

/** What both twins hold, and what one of them holds besides. */
export const SHOWN_GRAPH = {
  case: SHOWN_CASE,
  nodes: [ONE, OTHER, AT, `case:${SHOWN_CASE}`, `recovery:${ROUTED}`],
} as const
export const HIDDEN_GRAPH = {
  case: HIDDEN_CASE,
  nodes: [BRIDGE, HIDDEN_AT, `case:${HIDDEN_CASE}`, `recovery:${HIDDEN_ROUTED}`],
} as const

const tie = (
  word: string,
  from: NodeName,
  to: NodeName,
  relation: TieRows['relation'],
  more: Partial<TieRows> = {},
): TieRows => ({
  ...{ id: identifierOf(`tie ${word}`), from, to, relation },
  ...more,
})

/** A case of the police with two persons, who hang together by a firearm and an address. */
export async function shownGraph(twin: Twin): Promise<void> {
  const members = (['analyst', 'trace_officer', 'investigator'] as const).map(
    (role) => twin.accounts.get(`police ${role}`)!,
  )
  const run = runAs(twin, 'police investigator')
  const vis = await openCaseRows(run, { id: SHOWN_CASE, reference: 'P 1/26', members })
  const [seized, listed] = [firearm('Police', 'seizures', 'S-4'), firearm('Police', 'register', 'L-2')]
  await run(async (context) => {
    await recoveryRows(context, vis, { id: ROUTED, form: ROUTE })
    await thingRows(context, vis, { [ONE]: 'police one', [OTHER]: 'police other', [AT]: 'police address' })
    await tieRows(context, vis, [
      tie('one seized', ONE, seized, 'possessed', { records: [recordIn('Police', 'seizures', 'S-4')] }),
      tie('one at', ONE, AT, 'lives_at', { standing: 'assessment' }),
      tie('other at', OTHER, AT, 'uses', { standing: 'lead' }),
      tie('other listed', OTHER, listed, 'bought'),
      tie('in case', listed, `case:${SHOWN_CASE}`, 'in_case', { case: SHOWN_CASE }),
      tie('suspect', ONE, `case:${SHOWN_CASE}`, 'subject_of', { said: { category: 'suspect' } }),
    ])
  })
}

/**
 * A case of customs: its person stands between the two of the police and knows them, a tie that the police may read leads to
 * what they may not, the police's address is common by what is hidden, and a suspect of the police is a witness of customs.
 */
export async function hideGraph(twin: Twin): Promise<void> {
  const run = runAs(twin, 'customs')
  const vis = await openCaseRows(run, { id: HIDDEN_CASE, reference: 'hidden 1/26', members: [] })
  const crowd = Array.from({ length: 40 }, (_, at) => person(`hidden neighbour ${at}`))
  const open = await run((context) =>
    internVisibility(context, {
      agency: context.reader.agency!.id,
      sourceVisibility: 'open',
      handling: 'H0',
      readers: [],
    }),
  )
  await run(async (context) => {
    await recoveryRows(context, vis, { id: HIDDEN_ROUTED, form: ROUTE })
    await thingRows(context, vis, {
      ...{ [BRIDGE]: 'hidden bridge', [HIDDEN_AT]: 'hidden address' },
      ...Object.fromEntries(crowd.map((each) => [each, 'hidden neighbour'])),
    })
    await tieRows(context, vis, [
      tie('hidden one', BRIDGE, ONE, 'in_contact_with'),
      tie('hidden other', BRIDGE, OTHER, 'in_contact_with'),
      tie('hidden direct', ONE, OTHER, 'related_to'),
      tie('hidden witness', ONE, `case:${HIDDEN_CASE}`, 'subject_of', { said: { category: 'witness' } }),
      tie('hidden firearm', firearm('Police', 'register', 'L-2'), firearm('Customs', 'covert', 'HC-2'), 'related_to'),
      ...crowd.map((each, at) => tie(`hidden crowd ${at}`, each, AT, 'lives_at')),
    ])
    await tieRows(context, open, [
      tie('open to the bridge', ONE, BRIDGE, 'in_contact_with'),
      tie('open to the hidden firearm', OTHER, firearm('Customs', 'covert', 'HC-5'), 'possessed'),
    ])
    await context.client.query(
      `INSERT INTO thing_judgement (thing_id, other_id, number, id, vis, other_vis, verdict, judged_by)
       VALUES ($1, $2, 1, $3, $4, $4, 'same', $5)`,
      [ONE.slice(7), OTHER.slice(7), identifierOf('hidden sameness'), vis, context.reader.account],
    )
  })
}
