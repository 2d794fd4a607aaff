import { ProofmarkError } from '@proofmark/contract/errors'
import { EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import type { KeptClearance } from '../clearance/ask-match.ts'
import { holdSignable } from './dispose.ts'

/**
 * Keeps the question whether anybody waits for the exhibits of a campaign, before the reader signs it. It is asked of what could be signed alone:
 * so nobody learns by it of an exhibit that no order lets be destroyed. Null where nothing is left to be signed. Throws as
 * `signDisposal`, but for what hangs on clearance.
 */
export async function askClearance(
  context: Context,
  { disposal: id, question }: { readonly disposal: string; readonly question: string },
): Promise<KeptClearance | null> {
  const { client, reader, audit } = context
  needRole(reader, EXHIBIT_MANAGERS)
  const { disposal, chains } = await holdSignable(context, id)
  if (disposal.signatures.length === 2) return null
  const made = await client.query(
    'INSERT INTO clearance_question (id, disposal_id, vis, asked_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [question, id, disposal.vis, reader.account],
  )
  if (!made.rowCount) throw new ProofmarkError('custody_id_used', { id: question })
  await audit({ action: 'clearance.asked', subjects: [id], body: { reference: disposal.name } })
  return { question, exhibits: chains.length }
}
