import { CHECKPOINT_FORM, type CheckpointMessage } from '@proofmark/contract/schemas/ledger-message'
import { toBase64 } from '@proofmark/proofs/bytes'
import type { Context } from '../../access/context.ts'
import { consistencyOf } from '../queries/tree-proofs.ts'
import { sendMessage } from './send-message.ts'

const DAY_MS = 24 * 60 * 60 * 1000

interface Standing {
  readonly partner: string
  readonly holds: number
}

/** Partners that hold less than the newest checkpoint and were sent none for a day. */
async function due({ client, now }: Context, partners: readonly string[], size: number): Promise<Standing[]> {
  const { rows } = await client.query<{ partner: string; holds: string }>(
    `SELECT p.partner, coalesce(w.holds, 0) AS holds
     FROM unnest($1::text[]) AS p (partner) LEFT JOIN exchange_witness w ON w.partner = p.partner
     WHERE coalesce(w.holds, 0) < $2 AND (w.sent_at IS NULL OR w.sent_at <= $3)
     ORDER BY p.partner`,
    [partners, size, new Date(now.getTime() - DAY_MS)],
  )
  return rows.map(({ partner, holds }) => ({ partner, holds: Number(holds) }))
}

/**
 * Sends the newest checkpoint of our exchange ledger to each of these partners that has not had one for a day, with the
 * proof that it only adds to what that partner holds. Answers to whom it was sent. Safe to repeat.
 */
export async function sendCheckpoints(context: Context, partners: readonly string[]): Promise<string[]> {
  const { client, now } = context
  const { rows } = await client.query<{ size: string; note: string; key: string }>(
    `SELECT c.size, c.note, (SELECT key FROM exchange_ledger_key ORDER BY since DESC LIMIT 1) AS key
     FROM exchange_checkpoint c ORDER BY c.size DESC LIMIT 1`,
  )
  const [newest] = rows
  if (!newest) return []
  const size = Number(newest.size)
  const sent: string[] = []
  for (const { partner, holds } of await due(context, partners, size)) {
    const proof = (await consistencyOf(client, holds, size)).map(toBase64)
    const body: CheckpointMessage = {
      form: CHECKPOINT_FORM,
      key: newest.key,
      checkpoint: newest.note,
      older: holds,
      proof,
    }
    await sendMessage(context, { partner, kind: 'checkpoint', body })
    await client.query(
      `INSERT INTO exchange_witness (partner, sent_size, sent_at) VALUES ($1, $2, $3)
       ON CONFLICT (partner) DO UPDATE SET sent_size = excluded.sent_size, sent_at = excluded.sent_at`,
      [partner, size, now],
    )
    sent.push(partner)
  }
  return sent
}
