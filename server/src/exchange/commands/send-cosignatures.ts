import {
  type CheckpointRefusal,
  COSIGNATURE_FORM,
  type CosignatureMessage,
} from '@proofmark/contract/schemas/ledger-message'
import { parseCheckpoint } from '@proofmark/proofs/checkpoint'
import type { Context } from '../../access/context.ts'
import { noteText } from '../ledger/cosign-waiting.ts'
import { sendMessage } from './send-message.ts'

/** Answers sent in one transaction. */
const BATCH = 100

/** The size that a kept note states; 0 for one that could not be read. */
function sizeIn(note: string | null): number {
  try {
    return note === null ? 0 : parseCheckpoint(noteText(note)).size
  } catch {
    return 0
  }
}

async function sendGiven(context: Context, partners: readonly string[]): Promise<number> {
  const { client, now } = context
  const { rows } = await client.query<{ partner: string; size: string; cosignature: string; cosigner_key: string }>(
    `UPDATE witnessed_checkpoint SET answered_at = $1
     WHERE (partner, size) IN (
       SELECT partner, size FROM witnessed_checkpoint WHERE cosignature IS NOT NULL AND answered_at IS NULL
         AND partner = ANY ($2) LIMIT ${BATCH})
     RETURNING partner, size, cosignature, cosigner_key`,
    [now, partners],
  )
  for (const { partner, size, cosignature, cosigner_key: key } of rows) {
    const given = { form: COSIGNATURE_FORM, key, size: Number(size), line: cosignature } as const
    const body: CosignatureMessage = { ...given, refused: null, holds: Number(size), held: null }
    await sendMessage(context, { partner, kind: 'cosignature', body })
  }
  return rows.length
}

async function sendRefused(context: Context, partners: readonly string[]): Promise<number> {
  const { client, now } = context
  const { rows } = await client.query<{
    partner: string
    reason: CheckpointRefusal
    held: string | null
    offered: string
  }>(
    `UPDATE witness_refusal SET answered_at = $1
     WHERE id IN (SELECT id FROM witness_refusal WHERE answered_at IS NULL AND partner = ANY ($2) LIMIT ${BATCH})
     RETURNING partner, reason, held, offered`,
    [now, partners],
  )
  for (const { partner, reason, held, offered } of rows) {
    const refused = { form: COSIGNATURE_FORM, key: null, size: sizeIn(offered), line: null, refused: reason } as const
    const body: CosignatureMessage = { ...refused, holds: sizeIn(held), held }
    await sendMessage(context, { partner, kind: 'cosignature', body })
  }
  return rows.length
}

/**
 * Tells partners what became of the checkpoints that they showed: the cosignature, once the log process gave it, or why
 * there is none, with what we hold; those of other partners wait. Answers how many answers were sent. Safe to repeat.
 */
export async function sendCosignatures(context: Context, partners: readonly string[]): Promise<number> {
  return (await sendGiven(context, partners)) + (await sendRefused(context, partners))
}
