import { ProofmarkError } from '@proofmark/contract/errors'
import { caseOpenRequest } from '@proofmark/contract/schemas/case'
import type { CaseItem, CaseSaying } from '@proofmark/contract/schemas/case-entry'
import type { Grounds, Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { accountNamed } from '../../access/queries/find-account.ts'
import { openCompartment } from '../../cases/commands/compartment.ts'
import { giveItem } from '../../cases/commands/give-item.ts'
import { letIn } from '../../cases/commands/let-in.ts'
import { openCase } from '../../cases/commands/open-case.ts'
import { sayInCase } from '../../cases/commands/say-in-case.ts'
import { recordNamed } from '../../records/queries/record-named.ts'
import type { PersonName } from '../agencies.ts'
import { SOURCES } from '../sources.ts'
import { identifierOf, type Offices } from './offices.ts'

const grounds = (reference: string): Grounds & { readonly purpose: 'criminal_investigation' } => ({
  purpose: 'criminal_investigation',
  reference,
})

/** A trafficking case of the focal point with customs, a silent one of the border police that shares a firearm with it, and a third. */
export const CASES = {
  north: { id: identifierOf('case', 'north'), reference: 'FFP C 24/007' },
  gate: { id: identifierOf('case', 'gate'), reference: 'BP C 24/031' },
  quay: { id: identifierOf('case', 'quay'), reference: 'BP C 24/044' },
} as const
type Named = (typeof CASES)[keyof typeof CASES]

/** What one person does in one case, each act under an identifier of its own. */
const deskOf = (run: Run, { id, reference }: Named) => ({
  say: (word: string, say: CaseSaying, compartment?: string) =>
    insist(run, (context) =>
      sayInCase(context, { case: id, entry: identifierOf('entry', reference, word), compartment, say }),
    ),
  admit: (person: PersonName, part: 'member' | 'reader', why: string) =>
    run(async (context) => {
      const account = await accountNamed(context, person)
      return letIn(context, { case: id, account, part, why, grounds: grounds(reference) })
    }),
  /** Gives a record; a nation that was made without it goes without. */
  give: (source: keyof typeof SOURCES, key: string, more: Partial<CaseItem> = {}) =>
    insist(run, async (context) => {
      try {
        const record = await recordNamed(context, SOURCES[source].name, key, undefined)
        const entry = identifierOf('given', reference, source, key)
        await giveItem(context, { case: id, entry, item: { ...more, kind: 'record', id: record } })
      } catch (failure) {
        if (!(failure instanceof ProofmarkError) || failure.code !== 'not_found') throw failure
      }
    }),
})

const note = (text: string, more: Partial<Extract<CaseSaying, { kind: 'note' }>> = {}): CaseSaying => ({
  ...{ kind: 'note', text, standing: 'fact', about: [] },
  ...more,
})

async function northCase({ as }: Offices): Promise<void> {
  const { north } = CASES
  const edda = as('Edda Lorvik', grounds(north.reference))
  const jorun = as('Jorun Aske', grounds(north.reference))
  await openCase(
    edda,
    caseOpenRequest.parse({
      ...{ case: north.id, reference: north.reference, title: 'Pistols bought lawfully, seized in Vard and Ostrel' },
      ...{ kinds: ['illicit_trafficking', 'diversion'], nexus: ['organised_crime', 'drugs'] },
      grounds: grounds(north.reference),
    }),
  )
  const desk = deskOf(edda, north)
  await desk.admit('Jorun Aske', 'member', 'Customs hold the consignments.')
  await desk.admit('Ilse Moravan', 'member', 'Traces the pistols.')
  await desk.give('register', 'L-00001', { why: 'Registered in Port Averne before it was seized.' })
  await desk.give('police', 'S-00000', { why: 'Road check; the driver had crossed from XC.' })
  await desk.give('police', 'S-90036', { why: 'In the boot of a car, with two others.' })
  await desk.give('police', 'S-00005', { why: 'Fired at a scene in Ostrel.' })
  await desk.say(
    'boot',
    note('Three pistols in the boot lay in one wrapping, with the same lot of ammunition.', {
      evaluation: { scheme: 'europol', source: 'A', information: '1', codes: ['H0'] },
    }),
  )
  await desk.say(
    'one buyer',
    note('One buyer stands behind the purchases; the holders in the register are straw men.', {
      standing: 'assessment',
      evaluation: { scheme: 'admiralty', source: 'C', information: '3', codes: [] },
      about: [identifierOf('entry', north.reference, 'boot')],
    }),
  )
  await desk.say('joint', {
    ...{ kind: 'decision', text: 'Customs take part in the case.', about: [] },
    reason: 'The pistols left the country once with a licence and came back without one.',
  })
  const account = await jorun((context) => accountNamed(context, 'Jorun Aske'))
  await desk.say('ledgers', {
    ...{ kind: 'task', title: 'Compare the packing lists with the dealers’ ledgers', for: account, due: '2026-12-18' },
  })
  await desk.say('invoices', {
    ...{ kind: 'task', title: 'Ask the dealer for the invoices of 2014' },
    for: await edda((context) => accountNamed(context, 'Edda Lorvik')),
  })
  const customs = deskOf(jorun, north)
  await customs.say(
    'packing list',
    note('The packing list names two pistols more than were delivered.', {
      evaluation: { scheme: 'europol', source: 'B', information: '2', codes: ['H1'] },
      about: [identifierOf('entry', north.reference, 'boot')],
    }),
  )
  const compartment = identifierOf('compartment', 'sources')
  await openCompartment(edda, {
    ...{ case: north.id, compartment, name: 'Sources', why: 'Who said it stays with whoever spoke to them.' },
  })
  await desk.say(
    'source',
    note('The driver says that he was to wait at the northern gate for a second car.', {
      standing: 'assessment',
      evaluation: { scheme: 'europol', source: 'C', information: '4', codes: ['H2'] },
    }),
    compartment,
  )
}

async function gateCase({ as }: Offices): Promise<void> {
  const { gate } = CASES
  const rurik = as('Rurik Salen', grounds(gate.reference))
  await openCase(
    rurik,
    caseOpenRequest.parse({
      ...{ case: gate.id, reference: gate.reference, title: 'Night runs through the northern gate' },
      ...{ kinds: ['illicit_trafficking'], nexus: ['migrant_smuggling', 'gang'], review: '2024-06-30' },
      ...{ visibility: 'silent', nineSteps: false, grounds: grounds(gate.reference) },
    }),
  )
  const desk = deskOf(rurik, gate)
  await desk.admit('Calla Brenn', 'member', 'Customs watch the gate by night.')
  await desk.give('register', 'L-00001', { why: 'Its number was read off a photograph on a seized telephone.' })
  await desk.say('night', note('Two cars pass within ten minutes of each other, on Thursdays.'))
  await desk.say('number', {
    ...{ kind: 'task', title: 'Ask who else looks at the number on the telephone', due: '2026-12-04' },
    for: await rurik((context) => accountNamed(context, 'Rurik Salen')),
  })
  await desk.say('log', {
    ...{ kind: 'task', title: 'Send the barrier log of November' },
    for: await rurik((context) => accountNamed(context, 'Calla Brenn')),
  })
  const customs = deskOf(as('Calla Brenn', grounds(gate.reference)), gate)
  await customs.say('barrier', note('The barrier log shows both plates on four nights.'))
}

/**
 * Two cases of several agencies that do not know of each other, and have a firearm in common. Safe to repeat.
 */
export async function leaveCases(offices: Offices): Promise<void> {
  await northCase(offices)
  await gateCase(offices)
}
