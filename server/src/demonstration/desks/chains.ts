import { createHash } from 'node:crypto'
import type { Context, Grounds } from '../../access/context.ts'
import { answerClearance } from '../../custody/clearance/answer.ts'
import type { AskClearance } from '../../custody/clearance/ask-match.ts'
import { addStorage } from '../../custody/commands/add-storage.ts'
import { answerHandOver, type SaidAnswer } from '../../custody/commands/answer-hand-over.ts'
import { type DisposalSigned, openDisposal } from '../../custody/commands/dispose.ts'
import { handOver } from '../../custody/commands/hand-over.ts'
import { explainBreak, orderExhibit } from '../../custody/commands/order-exhibit.ts'
import { showStocktake } from '../../custody/commands/show-stocktake.ts'
import type { SaidHandOver } from '../../custody/commands/state-hand-over.ts'
import { beginStocktake, closeStocktake, scanStock } from '../../custody/commands/take-stock.ts'
import { needDisposal } from '../../custody/queries/disposal.ts'
import { labelCode } from '../../custody/rules/label-code.ts'
import { signCampaign } from '../../custody/runs/sign-campaign.ts'
import type { PersonName } from '../agencies.ts'
import { identifierOf, type Offices } from './offices.ts'
import { exhibitOf } from './recovered.ts'

const KEEPING: Grounds = { purpose: 'criminal_investigation', reference: 'FFP 23/118' }
const [STORE, SHELF, CAGE] = ['Evidence store', 'Shelf 4', 'Cage'] as const
const placeOf = (name: string) => identifierOf('storage', name)

interface Passed extends Pick<SaidHandOver, 'at' | 'purpose'> {
  readonly from: PersonName
  readonly to: PersonName
  /** What the other side found when it accepted; absent: it waits. */
  readonly accepted?: Partial<SaidAnswer>
}

/** The court's clerk signed on paper, before a witness. */
const COURT = {
  told: 'paper',
  purpose: 'court',
  at: '2024-03-11T08:30:00Z',
  witness: 'I. Rosnay',
  to: { person: 'A. Belmond', organisation: 'District Court of Vard' },
  scan: createHash('sha256').update('the receipt of the District Court of Vard').digest('hex'),
} as const

/** What became of the exhibits: to the laboratory, back into the store, to court; offered and not answered; destroyed. */
export class Chains {
  readonly #offices: Offices
  readonly #grounds: Grounds

  constructor(offices: Offices, grounds = KEEPING) {
    this.#offices = offices
    this.#grounds = grounds
  }

  as<Result>(person: PersonName, work: (context: Context) => Promise<Result>): Promise<Result> {
    return this.#offices.as(person, this.#grounds)(work)
  }

  say(
    person: PersonName,
    number: string,
    said: Omit<SaidHandOver, 'event' | 'exhibit' | 'told'> & Partial<SaidHandOver>,
  ) {
    const event = identifierOf('custody', number, said.at)
    const whole = { told: 'giver', event, exhibit: exhibitOf(number), ...said } as const
    return this.as(person, (context) => handOver(context, { said: whole, origin: null }))
  }

  sign(person: PersonName, said: DisposalSigned) {
    const clear: AskClearance = ({ question }) => answerClearance(this.#offices.match, question, new Date())
    return signCampaign({ run: this.#offices.as(person, this.#grounds), clear }, said)
  }

  async pass(number: string, { from, to, accepted, ...said }: Passed) {
    await this.say(from, number, { ...said, to: { account: to } })
    if (accepted === undefined) return
    const event = identifierOf('custody', number, said.at)
    const answer = { event, exhibit: exhibitOf(number), verdict: 'accepted', at: said.at, ...accepted } as const
    await this.as(to, (context) => answerHandOver(context, { said: answer, origin: null }))
  }
}

async function toCourt(chains: Chains): Promise<void> {
  const pistol = '23/118-1'
  const shelf = { storage: placeOf(SHELF) }
  await chains.pass(pistol, {
    from: 'Maren Tolv',
    to: 'Lieve Marat',
    purpose: 'store',
    at: '2023-11-09T11:00:00Z',
    accepted: shelf,
  })
  await chains.pass(pistol, {
    from: 'Lieve Marat',
    to: 'Nadia Corven',
    purpose: 'ballistic',
    at: '2023-11-13T08:00:00Z',
    accepted: {},
  })
  await chains.say('Nadia Corven', pistol, {
    ...{ told: 'keeper', purpose: 'test_fire', at: '2023-11-14T09:00:00Z', place: 'Range of the laboratory' },
    ...{ seal: 'FFP 40119', resealed: 'opened for the test fire' },
  })
  await chains.pass(pistol, {
    from: 'Nadia Corven',
    to: 'Lieve Marat',
    purpose: 'store',
    at: '2023-11-17T14:00:00Z',
    accepted: shelf,
  })
  await chains.say('Lieve Marat', pistol, COURT)
}

/** The bag came with another seal than it left with; why was said beside it, and the break stays. */
async function brokenSeal(chains: Chains): Promise<void> {
  const [revolver, at] = ['23/118-2', '2023-11-09T11:05:00Z']
  const accepted = { storage: placeOf(SHELF), seal: 'FFP 40125', condition: 'bag torn at one corner' }
  await chains.pass(revolver, { from: 'Maren Tolv', to: 'Lieve Marat', purpose: 'store', at, accepted })
  await chains.as('Lieve Marat', (context) =>
    explainBreak(context, {
      id: identifierOf('explanation', revolver),
      exhibit: exhibitOf(revolver),
      event: identifierOf('custody', revolver, at),
      code: 'seal_changed',
      why: 'The patrol sealed it anew after the bag tore and did not write it down. Asked on 10 November.',
    }),
  )
}

async function givenUp(chains: Chains): Promise<void> {
  const guns = ['24/017-1', '24/017-2'] as const
  for (const number of guns) {
    const said = { from: 'Maren Tolv', to: 'Lieve Marat', purpose: 'store', at: '2024-02-05T09:00:00Z' } as const
    await chains.pass(number, { ...said, accepted: { storage: placeOf(CAGE) } })
    await chains.as('Lieve Marat', (context) =>
      orderExhibit(context, {
        ...{
          id: identifierOf('order', number),
          exhibit: exhibitOf(number),
          kind: 'destroy',
          authority: 'administrative',
        },
        ...{ reference: 'AMN 24/2', on: '2024-03-01' },
      }),
    )
  }
  await takeStock(chains, guns[0])
  await destroy(chains, 'Spring 2024', [guns[0]], ['Lieve Marat', 'Orin Dasko'])
  await destroy(chains, 'Summer 2024', [guns[1]], ['Lieve Marat'])
}

/** One signature opens it; with the second it is carried out. */
async function destroy(
  chains: Chains,
  name: string,
  guns: readonly string[],
  signers: readonly PersonName[],
): Promise<void> {
  const disposal = identifierOf('disposal', name)
  const opened = {
    id: disposal,
    name,
    place: 'Smelter of Kessin',
    witness: 'O. Tarrant',
    exhibits: guns.map(exhibitOf),
  }
  await chains.as(signers[0]!, (context) => openDisposal(context, opened))
  // Signed by a start that was interrupted: nobody signs twice.
  for (const [place, signer] of signers.entries())
    if ((await chains.as(signer, (context) => needDisposal(context, disposal))).signatures.length <= place)
      await chains.sign(signer, { disposal, at: '2024-04-19T10:00:00Z', origin: null })
}

/** Of the place in which they lie one was found elsewhere, one not at all, and one thing was not expected. */
async function takeStock(chains: Chains, found: string): Promise<void> {
  const stocktake = identifierOf('stocktake', STORE)
  await chains.as('Orin Dasko', async (context) => {
    await beginStocktake(context, { id: stocktake, storage: placeOf(STORE) })
    if ((await showStocktake(context, stocktake)).closedAt !== null) return
    const scan = (storage: string, text: string) => ({
      id: identifierOf('scan', storage, text),
      storage: placeOf(storage),
      text,
    })
    const scans = [
      scan(CAGE, labelCode(exhibitOf(found))),
      scan(CAGE, labelCode(exhibitOf('23/118-2'))),
      scan(SHELF, labelCode(exhibitOf('24/061-3'))),
    ]
    await scanStock(context, { stocktake, scans })
    await closeStocktake(context, stocktake)
  })
}

/** Chains of custody of what was recovered. */
export async function leaveChains(offices: Offices): Promise<void> {
  const chains = new Chains(offices)
  await chains.as('Lieve Marat', async (context) => {
    await addStorage(context, { id: placeOf(STORE), name: STORE })
    for (const name of [SHELF, CAGE]) await addStorage(context, { id: placeOf(name), name, parent: placeOf(STORE) })
  })
  await toCourt(chains)
  await brokenSeal(chains)
  await givenUp(chains)
  await chains.pass('24/061-1', { from: 'Maren Tolv', to: 'Lieve Marat', purpose: 'store', at: '2024-04-28T07:30:00Z' })
}
