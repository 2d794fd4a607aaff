import type { DeliveryReason } from '@proofmark/contract/exchange-words'
import type { MessageHeader } from '@proofmark/contract/schemas/exchange-signature'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { recordDelivery } from './record-delivery.ts'

/** So many refusals and repetitions of a partner are noted in a day: it must not be able to fill our disk with them. */
const MOST_A_DAY = 10_000
const WELCOME: ReadonlySet<DeliveryReason> = new Set(['delivered', 'by_file'])

/** Notes what became of an arrival. What a wrong signature claims of itself is not noted: anybody could have written it. */
export async function recordArrival(
  context: Context,
  { partner }: { readonly partner: string },
  header: MessageHeader | null,
  hash: Buffer | null,
  reason: DeliveryReason,
): Promise<void> {
  if (!WELCOME.has(reason) && (await isFlooded(context, partner))) return
  const believed = reason !== 'signature_wrong' && reason !== 'key_unknown' ? header : null
  await recordDelivery(context, {
    partner,
    direction: 'in',
    message: believed?.message ?? null,
    kind: believed?.kind ?? null,
    hash,
    reason,
    at: context.now,
  })
}

async function isFlooded({ query, now }: Context, partner: string): Promise<boolean> {
  const since = new Date(now.getTime() - 24 * 3_600_000)
  const noted = query
    .selectFrom('delivery')
    .select(sql`1`.as('one'))
    .where('partner', '=', partner)
    .where('direction', '=', 'in')
    .where('at', '>', since)
    .where('reason', 'not in', [...WELCOME])
    .limit(MOST_A_DAY)
    .as('noted')
  const { count } = await query
    .selectFrom(noted)
    .select((the) => the.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count) >= MOST_A_DAY
}
