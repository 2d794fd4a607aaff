import type { Role } from '@proofmark/contract/roles'
import type { Reader } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'

/** Partners and agreements are the state's and no agency's: whoever keeps the installation keeps them. */
export const PARTNER_KEEPERS = ['administrator'] as const satisfies readonly Role[]
/** What goes to and fro, without its content. */
export const EXCHANGE_READERS = ['trace_officer', 'administrator'] as const satisfies readonly Role[]
/** Those whose messages they are. */
export const EXCHANGERS = ['trace_officer'] as const satisfies readonly Role[]

/** Who watches what the ledgers prove. */
export const LEDGER_WATCHERS = ['data_protection_officer', 'administrator'] as const satisfies readonly Role[]

/** Throws `role_needed` unless the reader may say who our partners are and what was agreed with them. */
export const needPartnerKeeper = (reader: Reader): void => needRole(reader, PARTNER_KEEPERS)
/** Throws `role_needed` unless the reader may see what goes to partners and comes from them. */
export const needExchangeReader = (reader: Reader): void => needRole(reader, EXCHANGE_READERS)
/** Throws `role_needed` unless the reader may send, send again, give up, grant and correct. */
export const needExchanger = (reader: Reader): void => needRole(reader, EXCHANGERS)
