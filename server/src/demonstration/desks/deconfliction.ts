import { caseOpenRequest } from '@proofmark/contract/schemas/case'
import { thingAddRequest } from '@proofmark/contract/schemas/thing'
import type { Grounds, Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { accountNamed } from '../../access/queries/find-account.ts'
import { addThing, placeOfThing } from '../../cases/commands/add-thing.ts'
import { askDeconfliction, type DeconflictionQuestion } from '../../cases/commands/ask-deconfliction.ts'
import { letIn } from '../../cases/commands/let-in.ts'
import { openCase } from '../../cases/commands/open-case.ts'
import { planOperation } from '../../cases/commands/plan-operation.ts'
import { CASES } from './cases.ts'
import { identifierOf, type Offices } from './offices.ts'

const grounds = (reference: string): Grounds & { readonly purpose: 'criminal_investigation' } => ({
  purpose: 'criminal_investigation',
  reference,
})
const HOUR_MS = 3_600_000
/** Whoever opens the demonstration within weeks finds the operations ahead of them. */
const AHEAD_MS = 28 * 24 * HOUR_MS

const ask = (run: Run, { kind, value, case: of }: Omit<DeconflictionQuestion, 'id'>) =>
  run((context) => askDeconfliction(context, { id: identifierOf('question', of, kind, value), kind, value, case: of }))

/** A case of the border police with customs, which does not know of the focal point’s and is not silent. */
async function quayCase({ as }: Offices): Promise<Run> {
  const { quay } = CASES
  const rurik = as('Rurik Salen', grounds(quay.reference))
  await openCase(
    rurik,
    caseOpenRequest.parse({
      ...{ case: quay.id, reference: quay.reference, title: 'Vans at the old quay' },
      ...{ kinds: ['illicit_trafficking'], nexus: ['organised_crime'], nineSteps: false },
      grounds: grounds(quay.reference),
    }),
  )
  await rurik(async (context) =>
    letIn(context, {
      ...{ case: quay.id, account: await accountNamed(context, 'Calla Brenn'), part: 'member' },
      ...{ why: 'Customs know the vans.', grounds: grounds(quay.reference) },
    }),
  )
  return rurik
}

/** An address that only the silent case keeps: whoever asks about it gets nothing, and the officer of customs hears of it. */
async function silentAddress({ as }: Offices): Promise<void> {
  const { gate } = CASES
  const calla = as('Calla Brenn', grounds(gate.reference))
  const input = thingAddRequest.parse({
    ...{ id: identifierOf('thing', 'address', 'barrier'), kind: 'address', case: gate.id },
    values: [
      {
        ...{ id: identifierOf('said', 'address', 'barrier'), field: 'address' },
        ...{ value: 'Barrier Road 3, Northern Gate', standing: 'fact' },
      },
    ],
    grounds: grounds(gate.reference),
  })
  await insist(calla, (context) => placeOfThing(context, input))
  await insist(calla, (context) => addThing(context, input))
}

async function plan(run: Run, word: string, of: string, kind: 'search' | 'surveillance', at: number, hours: number) {
  const from = new Date(at)
  const day = from.toISOString().slice(0, 10)
  await run((context) =>
    planOperation(context, {
      ...{ id: identifierOf('operation', word, day), kind, case: of, place: '12 Old Quay, Ostrel' },
      point: { latitude: 44.8125, longitude: 20.4612, radius: 200 },
      ...{ from: from.toISOString(), to: new Date(at + hours * HOUR_MS).toISOString() },
      contact: 'duty line, +XA 55 0199',
    }),
  )
}

/**
 * Two agencies that asked about one telephone and one house, a plate that one of them keeps, an address that a silent case
 * keeps, a name that nobody knows, and two operations at one place and time. The matching process tells both sides as soon as it serves. Safe to repeat.
 */
export async function leaveDeconfliction(offices: Offices): Promise<void> {
  const { north, quay } = CASES
  const rurik = await quayCase(offices)
  await silentAddress(offices)
  const edda = offices.as('Edda Lorvik', grounds(north.reference))
  await ask(edda, { kind: 'telephone', value: '+999 55 0188', case: north.id })
  await ask(rurik, { kind: 'telephone', value: '00999 55-0188', case: quay.id })
  // The van stands in the other case; and both asked about one house, each in their own spelling.
  await ask(rurik, { kind: 'plate', value: 'XC-88-210', case: quay.id })
  await ask(edda, { kind: 'address', value: 'Saltern Road 7, Vard', case: north.id })
  await ask(rurik, { kind: 'address', value: 'Vard, 7 Saltern Rd.', case: quay.id })
  await ask(edda, { kind: 'address', value: 'Northern Gate, Barrier Rd. No. 3', case: north.id })
  await ask(edda, { kind: 'person', value: 'Ilvo Tarnek', case: north.id })
  const day = Math.floor((Date.now() + AHEAD_MS) / (24 * HOUR_MS)) * 24 * HOUR_MS
  await plan(edda, 'quay search', north.id, 'search', day + 5 * HOUR_MS, 4)
  await plan(rurik, 'quay watch', quay.id, 'surveillance', day + 3 * HOUR_MS, 12)
}
