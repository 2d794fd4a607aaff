import { ProofmarkError } from '@proofmark/contract/errors'
import type { CustodySide, custodyHandOverRequest } from '@proofmark/contract/schemas/custody'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import type { OutsideNames } from '../queries/chain.ts'
import { endFactsOf } from '../queries/end-facts.ts'
import { exhibitCalled } from '../queries/exhibit-names.ts'
import type { CustodyParty } from '../rules/custody-event.ts'
import { needsOrder, obstaclesTo } from '../rules/may-follow.ts'
import type { EventStatement } from '../rules/statement.ts'
import { needCustody, needSide, readerSide, statedOf } from './parties.ts'
import { blankStatement, commitmentOf, type HeldChain } from './write-event.ts'

export type SaidHandOver = Omit<z.output<typeof custodyHandOverRequest>, 'grounds' | 'signature'>

/** An event as it will be written, with the names that it commits to. */
export interface StatedEvent {
  readonly statement: EventStatement
  readonly names: OutsideNames
}

interface Sides {
  readonly from: CustodyParty | null
  readonly to: CustodyParty | null
}

/** From whom it goes to whom, by who says so. Throws `custody_not_yours`, `custody_side_unknown`. */
async function sidesOf(context: Context, held: HeldChain, said: SaidHandOver): Promise<Sides> {
  const { reader } = context
  const { exhibit, judged } = held
  const own = readerSide(reader, exhibit)
  const named = (side: CustodySide | undefined) => (side === undefined ? null : needSide(context, side))
  switch (said.told) {
    case 'keeper':
      await needCustody(context, exhibit, judged)
      return { from: judged.custodian, to: judged.custodian }
    case 'receiver':
      return { from: (await named(said.from)) ?? judged.custodian, to: own }
    case 'giver':
    case 'paper': {
      const to = await named(said.to)
      if (to === null) throw new ProofmarkError('custody_side_unknown', { value: '' })
      if (said.told === 'paper') return { from: (await named(said.from)) ?? judged.custodian, to }
      await needCustody(context, exhibit, judged)
      // Nobody outside can accept: what goes to them is signed on paper.
      if (to.outside !== null) throw new ProofmarkError('custody_side_unknown', { value: said.to?.person ?? '' })
      return { from: own, to }
    }
  }
}

const sealOf = (said: string | null | undefined, otherwise: string | null): string | null =>
  said === undefined ? otherwise : said

const namesIn = ({ from, to }: Sides, witness: string | undefined): OutsideNames => ({
  ...(from?.outside ? { from: from.outside } : {}),
  ...(to?.outside ? { to: to.outside } : {}),
  ...(witness === undefined ? {} : { witness }),
})

/** Throws `custody_refused` where something speaks against it; answers the order that allows it, if one is wanted. */
async function needAllowed(
  context: Context,
  { exhibit, judged }: HeldChain,
  said: SaidHandOver,
): Promise<string | null> {
  const facts = await endFactsOf(context, exhibit, { judged, purpose: said.purpose })
  const { purpose, order } = said
  const given = needsOrder(purpose)
    ? facts.orders.filter(({ id, kind }) => kind === purpose && (order === undefined || id === order))
    : []
  const obstacles = obstaclesTo(purpose, { ...facts, orders: given })
  if (obstacles.length > 0)
    throw new ProofmarkError('custody_refused', {
      exhibit: await exhibitCalled(context, exhibit.id),
      purpose,
      obstacles: obstacles.join(', '),
    })
  return given.find(({ until }) => until === null || until >= facts.today)?.id ?? null
}

/**
 * What will be written when this is said now. Throws `custody_not_yours`, `custody_side_unknown`, `custody_refused`.
 */
export async function stateHandOver(context: Context, held: HeldChain, said: SaidHandOver): Promise<StatedEvent> {
  const { event, purpose, told, at, zone = null, place = null, storage = null, condition = null } = said
  const { witness, scan = null, due = null, resealed = null } = said
  const order = await needAllowed(context, held, said)
  const sides = await sidesOf(context, held, said)
  if (storage !== null) await needStorage(context, storage)
  const names = namesIn(sides, witness)
  const sealIn = sealOf(said.sealFound, held.judged.seal)
  return {
    names,
    statement: {
      ...blankStatement(held, event),
      ...{ told, purpose, zone, place, storage, condition, scan, order, due, resealed, sealIn },
      from: statedOf(sides.from),
      to: statedOf(sides.to),
      saidAt: new Date(at).toISOString(),
      sealOut: sealOf(said.seal, sealIn),
      witnessed: witness !== undefined,
      outside: commitmentOf(context, event, names),
    },
  }
}

/** Throws `not_found` unless the reader may see this storage place. */
export async function needStorage({ query }: Context, id: string): Promise<void> {
  const found = await query.selectFrom('storage_place').select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw new ProofmarkError('not_found', { what: id })
}
