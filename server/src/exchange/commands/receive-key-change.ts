import { ProofmarkError } from '@proofmark/contract/errors'
import type { KeyChangeVerdict } from '@proofmark/contract/exchange-words'
import { type KeyChangeMessage, keyChangeMessage } from '@proofmark/contract/schemas/exchange-message'
import { ProofError } from '@proofmark/proofs/errors'
import { openKeyChange } from '@proofmark/proofs/key-change'
import { parseVerifierKey } from '@proofmark/proofs/note-key'
import type { Context } from '../../access/context.ts'
import type { Received } from './received.ts'

/** Is it the partner's to say? The message bears its standing key; what it names must be its own too. */
async function isProven({ query }: Context, partner: string, offered: KeyChangeMessage): Promise<boolean> {
  if (offered.what === 'node') return offered.identity.node === partner
  if (offered.what === 'answer') return true
  const known = await query
    .selectFrom('witnessed_ledger')
    .select('ledger_key')
    .where('partner', '=', partner)
    .executeTakeFirst()
  if (!known) return false
  try {
    openKeyChange(offered.note, parseVerifierKey(known.ledger_key))
    return true
  } catch (failure) {
    if (failure instanceof ProofError) return false
    throw failure
  }
}

async function noteAnswer(
  { query, now, audit }: Context,
  partner: string,
  change: string,
  verdict: KeyChangeVerdict,
): Promise<void> {
  const answered = await query
    .updateTable('key_change_notice')
    .set({ answer: verdict, answered_at: now })
    .where('change_id', '=', change)
    .where('partner', '=', partner)
    .returning('partner')
    .executeTakeFirst()
  if (answered) await audit({ action: 'key_change.answered', subjects: [change], body: { partner, verdict } })
}

/**
 * Keeps the keys that a partner offers in place of others until a person here has compared them, or notes what a person
 * there decided about ours. Throws `key_change_unproven` where they are not the partner's to offer.
 */
export async function receiveKeyChange(context: Context, { partner, message, body }: Received): Promise<void> {
  const offered = keyChangeMessage.parse(body)
  if (!(await isProven(context, partner, offered))) throw new ProofmarkError('key_change_unproven', { partner })
  const { change, what } = offered
  if (what === 'answer') return noteAnswer(context, partner, change, offered.verdict)
  const stated = what === 'node' ? { identity: offered.identity } : { note: offered.note }
  await context.query
    .insertInto('offered_key_change')
    .values({
      partner,
      message,
      change_id: change,
      what,
      statement: JSON.stringify(stated),
      offered_at: context.now,
    })
    .execute()
  await context.audit({ action: 'key_change.offered', subjects: [message], body: { partner, what } })
}
