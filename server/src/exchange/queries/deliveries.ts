import type { Context } from '../../access/context.ts'
import { needExchangeReader } from '../policy/partner.ts'

const MOST = 50
const MOST_OF_ONE = 200

function deliveries({ query, reader }: Context) {
  needExchangeReader(reader)
  return query
    .selectFrom('delivery as d')
    .leftJoin('account as a', 'a.id', 'd.account_id')
    .select(['d.direction', 'd.message_id as message', 'd.kind', 'd.reason', 'a.name as by', 'd.at'])
    .orderBy('d.number', 'desc')
}

/** The last of a partner's delivery record. Throws `role_needed`. */
export const deliveriesOf = (context: Context, partner: string) =>
  deliveries(context).where('d.partner', '=', partner).limit(MOST).execute()
export type DeliveryRow = Awaited<ReturnType<typeof deliveriesOf>>[number]

interface OneMessage {
  readonly direction: 'out' | 'in'
  readonly partner: string
  readonly message: string
}

/** What became of one message, the last first. Throws `role_needed`. */
export const historyOf = (context: Context, { direction, partner, message }: OneMessage): Promise<DeliveryRow[]> =>
  deliveries(context)
    .where('d.message_id', '=', message)
    .where('d.partner', '=', partner)
    .where('d.direction', '=', direction)
    .limit(MOST_OF_ONE)
    .execute()
