import { CASE_WORKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type Held, holdingOf, type ItemName } from '../queries/holding.ts'

/**
 * In which cases something stands, of those that the reader was let into; nothing is told of others. An entry of the log.
 * Throws `role_needed`.
 */
export async function showHolding(context: Context, items: readonly ItemName[]): Promise<readonly Held[]> {
  needRole(context.reader, CASE_WORKERS)
  const asked = items.map(({ kind, id }) => ({ kind, id: id.toLowerCase() }))
  const held = await holdingOf(context, asked)
  await context.audit({
    action: 'case.holding_asked',
    subjects: [...new Set(held.flatMap(({ file, id }) => [file.id, id]))],
    body: { items: asked.length },
  })
  return held
}
