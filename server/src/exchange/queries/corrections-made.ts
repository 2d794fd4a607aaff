import type { OutboxState } from '@proofmark/contract/exchange-words'
import type { Context } from '../../access/context.ts'
import { needExchangeReader } from '../policy/partner.ts'

const MOST = 200

interface Told {
  readonly partner: string
  readonly message: string
  readonly state: OutboxState
  readonly receivedAt: Date | null
}

export interface MadeCorrection {
  readonly correction: string
  readonly subject: string
  readonly said: string
  readonly erase: boolean
  readonly by: string
  readonly at: Date
  readonly told: readonly Told[]
}

/** Our corrections, the last first, each with who was told and whose receipt came. Throws `role_needed`. */
export async function correctionsMade({ query, reader }: Context): Promise<MadeCorrection[]> {
  needExchangeReader(reader)
  const made = await query
    .selectFrom('correction as c')
    .innerJoin('account as a', 'a.id', 'c.made_by')
    .select(['c.id', 'c.subject', 'c.said', 'a.name as by', 'c.made_at as at'])
    .orderBy('c.made_at', 'desc')
    .orderBy('c.id')
    .limit(MOST)
    .execute()
  if (made.length === 0) return []
  const notices = await query
    .selectFrom('correction_notice as n')
    .innerJoin('outbox_message as m', 'm.id', 'n.message_id')
    .select(['n.correction_id', 'n.partner', 'm.id as message', 'm.state', 'm.acknowledged_at as receivedAt'])
    .where(
      'n.correction_id',
      'in',
      made.map(({ id }) => id),
    )
    .orderBy('n.partner')
    .execute()
  const byCorrection = Map.groupBy(notices, (each) => each.correction_id)
  return made.map(({ id, said, ...rest }) => ({
    ...rest,
    correction: id,
    ...(said as { said: string; erase: boolean }),
    told: (byCorrection.get(id) ?? []).map(({ correction_id: _, ...told }) => told),
  }))
}
