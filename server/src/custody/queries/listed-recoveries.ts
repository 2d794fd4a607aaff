import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { RecoveryKind } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'
import type { Recovery } from './recoveries.ts'

export interface ListedRecovery extends Recovery {
  readonly version: number
  readonly form: RecoveryForm
}

/** A page of the recoveries that the reader may see, the last first, each as it stands and without its persons. */
export async function listedRecoveries(
  { client }: Context,
  {
    status,
    after,
    limit,
  }: { readonly status?: RecoveryKind | undefined; readonly after: number; readonly limit: number },
): Promise<ListedRecovery[]> {
  const { rows } = await client.query<Omit<ListedRecovery, 'form'> & { form: Omit<RecoveryForm, 'persons'> }>(
    `SELECT r.id, r.agency_id AS agency, g.name AS "agencyName", r.vis, v.form ->> 'status' AS status,
       o.name AS "openedBy", r.opened_at AS "openedAt", v.version, v.form
     FROM recovery r
     JOIN agency g ON g.id = r.agency_id
     JOIN account o ON o.id = r.opened_by
     JOIN LATERAL (
       SELECT version, form FROM recovery_version WHERE recovery_id = r.id AND stands ORDER BY version DESC LIMIT 1
     ) v ON true
     WHERE $1::text IS NULL OR v.form ->> 'status' = $1
     ORDER BY r.opened_at DESC, r.id OFFSET $2 LIMIT $3`,
    [status ?? null, after, limit],
  )
  return rows.map(({ form, ...row }) => ({ ...row, form: { ...form, persons: [] } }))
}
