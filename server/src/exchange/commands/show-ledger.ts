import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { ledgerView } from '../queries/ledger-view.ts'

/** How our exchange ledger stands with those who witness it, and theirs with us. Throws `role_needed`. */
export function showLedger(context: Context): ReturnType<typeof ledgerView> {
  needRole(context.reader, ['data_protection_officer', 'administrator'])
  return ledgerView(context)
}
