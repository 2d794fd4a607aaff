import { randomUUID } from 'node:crypto'
import { type CosignatureMessage, cosignatureMessage } from '@proofmark/contract/schemas/ledger-message'
import { parseCheckpoint } from '@proofmark/proofs/checkpoint'
import { type CosignerKey, openCosignature, parseCosignerKey } from '@proofmark/proofs/cosignature'
import { ProofError } from '@proofmark/proofs/errors'
import type { Context } from '../../access/context.ts'
import { noteText } from '../ledger/cosign-waiting.ts'
import type { Received } from './received.ts'

/** The key by which this partner cosigns: the one that came first, in a message that it signed. Null where another came since. */
async function keyOf({ client }: Context, partner: string, stated: string): Promise<CosignerKey | null> {
  const { rows } = await client.query<{ cosigner_key: string }>(
    `INSERT INTO exchange_witness (partner, cosigner_key) VALUES ($1, $2)
     ON CONFLICT (partner) DO UPDATE SET cosigner_key = coalesce(exchange_witness.cosigner_key, excluded.cosigner_key)
     RETURNING cosigner_key`,
    [partner, stated],
  )
  return rows[0]?.cosigner_key === stated ? parseCosignerKey(stated) : null
}

async function dispute(
  { client, audit }: Context,
  partner: string,
  { size, held }: CosignatureMessage,
  reason: string,
): Promise<void> {
  await client.query('INSERT INTO exchange_dispute (id, partner, reason, size, held) VALUES ($1, $2, $3, $4, $5)', [
    randomUUID(),
    partner,
    reason,
    size,
    held,
  ])
  await audit({ action: 'exchange.checkpoint_disputed', outcome: 'refused', body: { partner, reason } })
}

/** Up to which size the partner holds our ledger: from there the next proof leads. */
async function note({ client }: Context, partner: string, holds: number): Promise<void> {
  await client.query(
    `INSERT INTO exchange_witness (partner, holds) VALUES ($1, $2)
     ON CONFLICT (partner) DO UPDATE SET holds = greatest(exchange_witness.holds, excluded.holds)`,
    [partner, holds],
  )
}

/** Null where it is the partner's cosignature of the checkpoint of ours of this size, with its time; else why it is not. */
async function keep(context: Context, partner: string, message: CosignatureMessage): Promise<string | null> {
  const { client } = context
  const { rows } = await client.query<{ note: string }>('SELECT note FROM exchange_checkpoint WHERE size = $1', [
    message.size,
  ])
  if (!rows[0]) return 'size_unknown'
  try {
    const key = await keyOf(context, partner, message.key ?? '')
    if (key === null) return 'key_changed'
    const { time } = openCosignature(parseCheckpoint(noteText(rows[0].note)), key, message.line ?? '')
    await client.query(
      `INSERT INTO exchange_cosignature (size, partner, line, cosigned_at) VALUES ($1, $2, $3, to_timestamp($4))
       ON CONFLICT DO NOTHING`,
      [message.size, partner, message.line, time],
    )
    return null
  } catch (failure) {
    if (failure instanceof ProofError) return 'cosignature_wrong'
    throw failure
  }
}

/**
 * Keeps a partner's cosignature of a checkpoint of ours, or its refusal with what it holds of ours: if that is signed by
 * our key and not in our tree, our ledger was put back to an earlier state, or somebody else signs with our key.
 */
export async function receiveCosignature(context: Context, { partner, body }: Received): Promise<void> {
  const message = cosignatureMessage.parse(body)
  if (message.refused === 'proof_from_elsewhere') return note(context, partner, message.holds)
  if (message.refused !== null) return dispute(context, partner, message, message.refused)
  const fault = await keep(context, partner, message)
  if (fault !== null) return dispute(context, partner, message, fault)
  await note(context, partner, message.size)
}
