import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'

/**
 * Takes note that the reader lets every record be matched anew, or stops that. The run itself is the matching process's.
 * Throws `role_needed` unless the reader is a data steward.
 */
export async function orderRun(context: Context, order: 'ordered' | 'stopped'): Promise<void> {
  needRole(context.reader, ['data_steward'])
  await context.audit({ action: order === 'ordered' ? 'matching.ordered' : 'matching.stopped', body: {} })
}
