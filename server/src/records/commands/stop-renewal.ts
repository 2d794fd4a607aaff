import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'

/**
 * Stops reading an agency's records again, before its next batch; what was read stays, and it can be gone on with. Where
 * none is under way, nothing happens. Throws what `stewardsAgency` throws.
 */
export async function stopRenewal(context: Context, input: { readonly agency?: string | undefined }): Promise<void> {
  const agency = await stewardsAgency(context, input.agency)
  await closeRenewals(context, agency.id, 'stopped')
}

/** Notes that it ended early, and how far it has come. */
export async function closeRenewals(
  { query, audit, now }: Context,
  agency: string,
  state: 'stopped' | 'failed',
): Promise<void> {
  const closed = await query
    .updateTable('renewal')
    .set({ state, finished_at: now })
    .where('agency_id', '=', agency)
    .where('state', '=', 'running')
    .returning(['records', 'changed'])
    .execute()
  for (const { records, changed } of closed) {
    await audit({
      action: 'readings.renewed',
      outcome: state === 'failed' ? 'failed' : 'done',
      subjects: [agency],
      body: { records: Number(records), changed: Number(changed) },
    })
  }
}
