import { CHECKPOINT_FORM, type CheckpointMessage } from '@proofmark/contract/schemas/ledger-message'
import { toBase64 } from '@proofmark/proofs/bytes'
import { parseVerifierKey } from '@proofmark/proofs/note-key'
import type { Context } from '../../access/context.ts'
import { isSignedBy } from '../ledger/is-signed-by.ts'
import { consistencyOf } from '../queries/tree-proofs.ts'
import { sendMessage } from './send-message.ts'

const DAY_MS = 24 * 60 * 60 * 1000

interface Standing {
  readonly partner: string
  readonly holds: number
}

/**
 * Partners that hold less than the newest checkpoint and were sent none for a day; where it is asked for now, that were not
 * sent this one. Whoever was told of another key for this ledger is shown nothing before its people took that key.
 */
async function due(
  { client, now }: Context,
  partners: readonly string[],
  size: number,
  when: 'daily' | 'now',
): Promise<Standing[]> {
  const { rows } = await client.query<{ partner: string; holds: string }>(
    `SELECT p.partner, coalesce(w.holds, 0) AS holds
     FROM unnest($1::text[]) AS p (partner) LEFT JOIN exchange_witness w ON w.partner = p.partner
     WHERE coalesce(w.holds, 0) < $2
       AND (w.sent_at IS NULL OR w.sent_at <= $3 OR ($4 AND coalesce(w.sent_size, 0) < $2))
       AND NOT EXISTS (
         SELECT FROM key_change_notice n JOIN key_change c ON c.id = n.change_id
         WHERE n.partner = p.partner AND c.what = 'ledger' AND (n.answer IS DISTINCT FROM 'taken' OR c.switched_at IS NULL))
     ORDER BY p.partner`,
    [partners, size, new Date(now.getTime() - DAY_MS), when === 'now'],
  )
  return rows.map(({ partner, holds }) => ({ partner, holds: Number(holds) }))
}

/**
 * Sends the newest checkpoint of our exchange ledger to each of these partners that has not had one for a day, with the
 * proof that it only adds to what that partner holds; `now`, also to those that had an older one today. Answers to whom it
 * was sent. Safe to repeat.
 */
export async function sendCheckpoints(
  context: Context,
  partners: readonly string[],
  when: 'daily' | 'now' = 'daily',
): Promise<string[]> {
  const { client, now } = context
  const { rows } = await client.query<{ size: string; note: string; key: string }>(
    `SELECT c.size, c.note, (SELECT key FROM exchange_ledger_key ORDER BY since DESC LIMIT 1) AS key
     FROM exchange_checkpoint c ORDER BY c.size DESC LIMIT 1`,
  )
  const [newest] = rows
  // Just after a change of key nothing is signed by the new one yet.
  if (!newest || !isSignedBy(newest.note, parseVerifierKey(newest.key))) return []
  const size = Number(newest.size)
  const sent: string[] = []
  for (const { partner, holds } of await due(context, partners, size, when)) {
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
