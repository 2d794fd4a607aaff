import type { Context } from '../../access/context.ts'
import { getImport } from '../queries/find-import.ts'
import { listRejects } from '../queries/list-rejects.ts'
import type { RejectedRow } from '../rules/read-row.ts'

/** Rows of an import that came back, after this one; they may name persons, so the look is noted. Throws `not_found`. */
export async function seeRejects(
  context: Context,
  input: { readonly import: string; readonly after: number; readonly limit: number },
): Promise<RejectedRow[]> {
  const { source } = await getImport(context, input.import)
  const body = { import: input.import, after: input.after }
  await context.audit({ action: 'import.rejects_seen', subjects: [source.id], body })
  return listRejects(context, input)
}
