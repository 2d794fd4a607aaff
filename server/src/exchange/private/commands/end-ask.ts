import type { KnownReason } from '@proofmark/contract/private-words'
import type { Context } from '../../../access/context.ts'

/** Keeps and logs what was answered, before the officer sees it. */
export async function endAsk(
  context: Context,
  handle: string,
  partner: string,
  why: KnownReason,
): Promise<boolean | null> {
  const known = why === 'known' ? true : why === 'not_known' ? false : null
  await context.query
    .updateTable('private_ask')
    .set({ known, why, answered_at: context.now })
    .where('handle', '=', handle)
    .execute()
  await context.audit({ action: 'private.answered', subjects: [handle], body: { partner, outcome: why } })
  return known
}
