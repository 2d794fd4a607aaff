import type { Context } from '../../access/context.ts'
import { getImport } from '../queries/find-import.ts'

/** Notes that somebody takes away the rows of an import that came back; they may name persons. Throws `not_found`. */
export async function takeRejects(context: Context, id: string): Promise<void> {
  const { source } = await getImport(context, id)
  await context.audit({ action: 'import.rejects_taken', subjects: [source.id], body: { import: id } })
}
