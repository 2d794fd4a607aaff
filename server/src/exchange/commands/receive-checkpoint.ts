import { randomUUID } from 'node:crypto'
import {
  type CheckpointMessage,
  type CheckpointRefusal,
  checkpointMessage,
} from '@proofmark/contract/schemas/ledger-message'
import { fromBase64, isHash } from '@proofmark/proofs/bytes'
import { type OpenedCheckpoint, openCheckpoint } from '@proofmark/proofs/checkpoint'
import { ProofError } from '@proofmark/proofs/errors'
import { parseVerifierKey, type VerifierKey } from '@proofmark/proofs/note-key'
import type { Context } from '../../access/context.ts'
import { judgeOffer } from '../rules/judge-offer.ts'
import type { Received } from './received.ts'

interface Known {
  readonly key: VerifierKey
  /** That and those that it followed. */
  readonly keys: readonly VerifierKey[]
  /** The newest checkpoint taken; null where there is none. */
  readonly note: string | null
}

/** What is known of a partner's ledger. One transaction at a time may take a checkpoint of it. */
async function readKnown({ client }: Context, partner: string): Promise<Known | null> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`witness of ${partner}`])
  const { rows } = await client.query<{ ledger_key: string; earlier_keys: string[]; note: string | null }>(
    `SELECT l.ledger_key, l.earlier_keys, (SELECT c.note FROM witnessed_checkpoint c WHERE c.partner = l.partner ORDER BY c.size DESC LIMIT 1) AS note
     FROM witnessed_ledger l WHERE l.partner = $1`,
    [partner],
  )
  const [row] = rows
  if (!row) return null
  const key = parseVerifierKey(row.ledger_key)
  return { key, keys: [key, ...row.earlier_keys.map(parseVerifierKey)], note: row.note }
}

/** Believes the key that came with a partner's first checkpoint, in a message that it signed; false where another has that name. */
async function believeKey({ client }: Context, partner: string, key: VerifierKey, text: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO witnessed_ledger (partner, origin, ledger_key) VALUES ($1, $2, $3) ON CONFLICT (origin) DO NOTHING`,
    [partner, key.name, text],
  )
  return rowCount === 1
}

function opened(note: string, key: VerifierKey, keys = [key] as readonly VerifierKey[]): OpenedCheckpoint | null {
  try {
    return openCheckpoint(note, { origin: key.name, keys })
  } catch (failure) {
    if (failure instanceof ProofError) return null
    throw failure
  }
}

function statedKey(text: string): VerifierKey | null {
  try {
    return parseVerifierKey(text)
  } catch (failure) {
    if (failure instanceof ProofError) return null
    throw failure
  }
}

async function judged(
  context: Context,
  partner: string,
  { key: keyText, checkpoint: note, older, proof }: CheckpointMessage,
  known: Known | null,
): Promise<'known' | CheckpointRefusal | OpenedCheckpoint> {
  const key = statedKey(keyText)
  const checkpoint = key && opened(note, known?.key ?? key)
  const hashes = proof.map((text) => fromBase64(text))
  if (key && known && key.keyId !== known.key.keyId) return 'key_changed'
  if (!key || !checkpoint || !hashes.every(isHash)) return 'unreadable'
  if (!known && !(await believeKey(context, partner, key, keyText))) return 'origin_taken'
  const held = known?.note ? opened(known.note, known.key, known.keys) : null
  const outcome = judgeOffer(held, { checkpoint, older, proof: hashes })
  return outcome === 'taken' ? checkpoint : outcome
}

/**
 * Takes a checkpoint of a partner's exchange ledger, to be cosigned, where it is consistent with the one taken before;
 * else keeps both, since two that conflict prove to anybody that the partner showed two histories.
 */
export async function receiveCheckpoint(context: Context, { partner, body }: Received): Promise<void> {
  const message = checkpointMessage.parse(body)
  const known = await readKnown(context, partner)
  const outcome = await judged(context, partner, message, known)
  if (outcome === 'known') return
  if (typeof outcome === 'string') return refuse(context, partner, outcome, message, known?.note ?? null)
  await context.client.query('INSERT INTO witnessed_checkpoint (partner, size, note) VALUES ($1, $2, $3)', [
    partner,
    outcome.size,
    message.checkpoint,
  ])
}

async function refuse(
  { client, audit }: Context,
  partner: string,
  reason: CheckpointRefusal,
  { checkpoint, older, proof }: CheckpointMessage,
  held: string | null,
): Promise<void> {
  await client.query(
    `INSERT INTO witness_refusal (id, partner, reason, held, offered, older, proof) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [randomUUID(), partner, reason, held, checkpoint, older, proof],
  )
  // A proof from another size is asked for again, and speaks against nobody.
  if (reason !== 'proof_from_elsewhere')
    await audit({ action: 'exchange.checkpoint_refused', outcome: 'refused', body: { partner, reason } })
}
