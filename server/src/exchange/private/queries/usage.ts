import type { LookUpKind } from '@proofmark/contract/private-words'
import type { ReaderTransaction } from '../../../store/reader-transaction.ts'
import { dayOf, daysBefore } from '../rules/epoch.ts'
import { QUOTA_DAYS, type Used } from '../rules/quotas.ts'
import type { Channel } from './epochs.ts'

/** What was evaluated on a channel, and for all partners of its holder, up to this moment. */
export async function usageOf(
  { client }: ReaderTransaction,
  { holder, partner, dataClass }: Channel,
  kind: LookUpKind,
  now: Date,
): Promise<Used> {
  const { rows } = await client.query<{ day: string; month: string; all: string }>(
    `SELECT coalesce(sum(evaluations) FILTER (WHERE partner = $2 AND day = $5), 0) AS day,
       coalesce(sum(evaluations) FILTER (WHERE partner = $2), 0) AS month,
       coalesce(sum(evaluations), 0) AS all
     FROM private_count WHERE holder = $1 AND data_class = $3 AND kind = $4 AND day > $6`,
    [holder, partner, dataClass, kind, dayOf(now), daysBefore(now, QUOTA_DAYS)],
  )
  const { day, month, all } = rows[0]!
  return { day: Number(day), month: Number(month), all: Number(all) }
}
