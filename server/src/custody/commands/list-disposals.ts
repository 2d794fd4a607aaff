import { EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { disposalListRequest } from '@proofmark/contract/schemas/custody-storage'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type ListedDisposal, listedDisposals } from '../queries/disposals.ts'

/** A page of campaigns of destruction, those that wait for a second signature first. Throws `role_needed`. */
export async function listDisposals(
  context: Context,
  { state, after, limit }: Omit<z.output<typeof disposalListRequest>, 'grounds'>,
): Promise<{ readonly disposals: readonly ListedDisposal[]; readonly more: boolean }> {
  needRole(context.reader, EXHIBIT_MANAGERS)
  const rows = await listedDisposals(context, { state: state ?? null, after, limit: limit + 1 })
  await context.audit({ action: 'custody.listed', body: { list: 'disposals' } })
  return { disposals: rows.slice(0, limit), more: rows.length > limit }
}
