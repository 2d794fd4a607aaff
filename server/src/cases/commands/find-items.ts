import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type FoundItem, foundItems } from '../queries/found-items.ts'

/**
 * What may be given to a case, by a text that it holds. An entry of the log. Throws `role_needed`, and `search_too_wide`
 * for a word that is everywhere.
 */
export async function findItems(context: Context, { text }: { readonly text: string }): Promise<readonly FoundItem[]> {
  needRole(context.reader, CASE_WORKERS)
  const found = await foundItems(context, text.trim())
  await context.audit({
    action: 'case.items_found',
    subjects: found.map(({ id }) => id),
    body: { text, results: found.length },
  })
  return found
}
