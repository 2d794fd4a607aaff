import type { Agency } from '../../access/commands/add-agency.ts'
import type { Context } from '../../access/context.ts'
import { meantAgency } from '../../access/policy/meant-agency.ts'
import { needRole } from '../../access/policy/role.ts'

/**
 * The agency for whose records the reader may decide what words mean: a data steward's own. Throws `role_needed`, and what
 * `meantAgency` throws.
 */
export async function stewardsAgency(context: Context, name: string | undefined): Promise<Agency> {
  needRole(context.reader, ['data_steward'])
  return meantAgency(context, name)
}
