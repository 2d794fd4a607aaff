import {
  CUSTODY_ORDERS,
  type CustodyObstacle,
  type CustodyOrder,
  type CustodyPurpose,
} from '@proofmark/contract/custody-words'
import type { Standing } from './judge-chain.ts'

const WORK = ['latent_print', 'dna', 'ballistic', 'test_fire', 'serial_restoration', 'examination'] as const
const ENDS = ['return_to_holder', 'destroy', 'transfer_state_use'] as const
const ANY = ['transport', 'store', ...WORK, 'court', 'loan', ...ENDS, 'split', 'join'] as const

/** What may follow an event of each purpose. What was lent comes back before anything else is done with it. */
const NEXT: Readonly<Record<CustodyPurpose, readonly CustodyPurpose[]>> = {
  recovered: ANY,
  transport: ANY,
  store: ANY,
  latent_print: ANY,
  dna: ANY,
  ballistic: ANY,
  test_fire: ANY,
  serial_restoration: ANY,
  examination: ANY,
  court: ANY,
  split: ANY,
  join: ANY,
  loan: ['transport', 'store', 'court'],
  return_to_holder: [],
  destroy: [],
  transfer_state_use: [],
}

/** The purposes for which an exhibit that stands so may next be handed over. */
export const purposesAfter = (last: CustodyPurpose, { ended }: Pick<Standing, 'ended'>): readonly CustodyPurpose[] =>
  ended === null ? NEXT[last] : []

export interface StandingOrder {
  readonly id: string
  readonly kind: CustodyOrder
  /** The last day on which it may be carried out; null without an end. */
  readonly until: string | null
}

/** What is known of an exhibit when its end is asked for. */
export interface EndFacts {
  readonly standing: Pick<Standing, 'ended' | 'open'>
  readonly last: CustodyPurpose
  readonly orders: readonly StandingOrder[]
  readonly openTraces: number
  readonly holds: number
  readonly today: string
}

export const needsOrder = (purpose: CustodyPurpose): purpose is CustodyOrder =>
  CUSTODY_ORDERS.some((each) => each === purpose)

/**
 * What speaks against handing it over for this purpose: an order is wanted for what ends custody and for a loan, and what must
 * stay for a trace, a comparison or a court is not destroyed, given back or given away (DOMAIN 2.14).
 */
export function obstaclesTo(purpose: CustodyPurpose, facts: EndFacts): CustodyObstacle[] {
  const { standing, last, orders, openTraces, holds, today } = facts
  const found: CustodyObstacle[] = []
  if (standing.ended !== null) found.push('ended')
  if (standing.open !== null) found.push('offer_open')
  if (standing.ended === null && !purposesAfter(last, standing).includes(purpose)) found.push('on_loan')
  if (!needsOrder(purpose)) return found
  const given = orders.filter(({ kind }) => kind === purpose)
  if (given.length === 0) found.push('no_order')
  else if (given.every(({ until }) => until !== null && until < today)) found.push('order_ended')
  if (purpose === 'loan') return found
  if (openTraces > 0) found.push('open_trace')
  if (holds > 0) found.push('hold')
  return found
}
