import { ProofmarkError } from '@proofmark/contract/errors'
import type { KeyChangeVerdict } from '@proofmark/contract/exchange-words'
import { KEY_CHANGE_FORM, type KeyChangeMessage } from '@proofmark/contract/schemas/exchange-message'
import { nodeIdentity } from '@proofmark/contract/schemas/partner'
import { openKeyChange } from '@proofmark/proofs/key-change'
import { formatVerifierKey, parseVerifierKey } from '@proofmark/proofs/note-key'
import type { Context } from '../../access/context.ts'
import { needPartnerKeeper } from '../policy/partner.ts'
import { pinIdentity } from './add-partner.ts'
import { sendMessage } from './send-message.ts'

export interface KeyChangeDecision {
  readonly partner: string
  readonly message: string
  readonly verdict: KeyChangeVerdict
}

async function followLedger({ query }: Context, partner: string, note: string): Promise<void> {
  const { ledger_key: before, earlier_keys: earlier } = await query
    .selectFrom('witnessed_ledger')
    .select(['ledger_key', 'earlier_keys'])
    .where('partner', '=', partner)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const after = formatVerifierKey(openKeyChange(note, parseVerifierKey(before)))
  await query
    .updateTable('witnessed_ledger')
    .set({ ledger_key: after, earlier_keys: [...earlier, before] })
    .where('partner', '=', partner)
    .execute()
}

/**
 * A person takes the keys that a partner offered, or refuses them, and the partner is told. Taken, the partner is known by
 * them from now on, and by the earlier ones as long as it said. Throws `role_needed`, `not_found`, `key_change_settled`,
 * `name_taken`.
 */
export async function decideKeyChange(context: Context, decided: KeyChangeDecision): Promise<void> {
  needPartnerKeeper(context.reader)
  const { query, reader, now, audit } = context
  const { partner, message, verdict } = decided
  const found = await query
    .selectFrom('offered_key_change')
    .select(['what', 'statement', 'change_id as change', 'verdict'])
    .where('partner', '=', partner)
    .where('message', '=', message)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new ProofmarkError('not_found', { what: 'key_change' })
  if (found.verdict !== null) throw new ProofmarkError('key_change_settled')
  const { what, change } = found
  if (verdict === 'taken') {
    const { identity, note } = found.statement as { identity?: unknown; note?: string }
    if (what === 'node') await pinIdentity(context, nodeIdentity.parse(identity))
    else await followLedger(context, partner, note ?? '')
  }
  await query
    .updateTable('offered_key_change')
    .set({ verdict, decided_by: reader.account, decided_at: now })
    .where('partner', '=', partner)
    .where('message', '=', message)
    .execute()
  const body: KeyChangeMessage = { form: KEY_CHANGE_FORM, change, what: 'answer', verdict }
  await sendMessage(context, { partner, kind: 'key-change', body, about: `keys ${change}` })
  await audit({ action: 'key_change.decided', subjects: [message], body: { partner, what, verdict } })
}
