import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import type { ReadingChange } from '../rules/reading-changes.ts'
import type { Renewal } from './begin-renewal.ts'
import { holdRows } from './hold-rows.ts'
import { readAgain, storeReadAgain } from './read-again.ts'

/** How far a renewal has come after a batch; `records` and `changed` of the whole of it. */
export interface RenewedBatch {
  readonly state: 'running' | 'stopped' | 'failed' | 'done'
  readonly records: number
  readonly changed: number
  readonly changes: readonly ReadingChange[]
}

/**
 * Reads the next records of a renewal again and writes what became of them, with how far it has come: both stand or
 * fall together, so that it goes on after a kill, and a batch whose commit was not heard of is never read twice. Nothing
 * happens where somebody has stopped it.
 */
export async function renewBatch(
  context: Context,
  renewal: Renewal,
  agencyName: string | undefined,
): Promise<RenewedBatch> {
  await stewardsAgency(context, agencyName)
  const before = await context.query
    .selectFrom('renewal')
    .select(['state', 'records', 'changed', 'last_record'])
    .where('id', '=', renewal.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const so = { records: Number(before.records), changed: Number(before.changed) }
  if (before.state !== 'running') return { state: before.state, ...so, changes: [] }
  await keepOthersAway(context, renewal.agency)
  const batch = await readAgain(context, renewal, before.last_record)
  await storeReadAgain(context, renewal, batch)
  const after = { records: so.records + batch.records, changed: so.changed + batch.changed }
  const state = batch.last === null ? 'done' : 'running'
  await context.query
    .updateTable('renewal')
    .set({
      state,
      records: String(after.records),
      changed: String(after.changed),
      last_record: batch.last ?? before.last_record,
      finished_at: state === 'done' ? context.now : null,
    })
    .where('id', '=', renewal.id)
    .execute()
  if (state === 'done') await context.audit({ action: 'readings.renewed', subjects: [renewal.agency], body: after })
  return { state, ...after, changes: batch.changes }
}

/**
 * Waits for whoever writes rows of the agency's sources, and lets nobody begin until the batch is in: or an older
 * version that was read again could take the place of a newer one. Always in the same order.
 */
async function keepOthersAway(context: Context, agency: string): Promise<void> {
  const sources = await context.query
    .selectFrom('source')
    .select('id')
    .where('agency_id', '=', agency)
    .orderBy('id')
    .execute()
  for (const source of sources) await holdRows(context, source)
}
