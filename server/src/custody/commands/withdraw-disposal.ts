import { ProofmarkError } from '@proofmark/contract/errors'
import { EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { disposalWithdrawRequest } from '@proofmark/contract/schemas/custody-storage'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { needDisposal } from '../queries/disposal.ts'

/**
 * Gives up a campaign before it is carried out: its list is signed as a whole, so that whoever must leave one exhibit out opens another. The
 * same again changes nothing. Throws `role_needed`, `not_found`, and `disposal_over` for one that was carried out.
 */
export async function withdrawDisposal(
  context: Context,
  { disposal: id, why }: Omit<z.output<typeof disposalWithdrawRequest>, 'grounds'>,
): Promise<string> {
  const { client, reader, audit } = context
  needRole(reader, EXHIBIT_MANAGERS)
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`disposal ${id}`])
  const { vis, signatures, withdrawn } = await needDisposal(context, id)
  if (withdrawn) return id
  if (signatures.length === 2) throw new ProofmarkError('disposal_over', { at: signatures[1]!.at.toISOString() })
  await client.query('INSERT INTO disposal_withdrawal (disposal_id, vis, why, withdrawn_by) VALUES ($1, $2, $3, $4)', [
    id,
    vis,
    why,
    reader.account,
  ])
  await audit({ action: 'custody.disposal_withdrawn', subjects: [id], body: { why } })
  return id
}
