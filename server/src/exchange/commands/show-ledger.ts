import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { LEDGER_WATCHERS } from '../policy/partner.ts'
import { ledgerView } from '../queries/ledger-view.ts'

/** How our exchange ledger stands with those who witness it, and theirs with us. Throws `role_needed`. */
export function showLedger(context: Context): ReturnType<typeof ledgerView> {
  needRole(context.reader, LEDGER_WATCHERS)
  return ledgerView(context)
}
