import type { Role } from '@proofmark/contract/roles'

/** Who sees what goes to and fro; the server decides, this only spares a refusal. */
export const EXCHANGE_READERS: readonly Role[] = ['trace_officer', 'administrator']
/** Who sends again, gives up, grants and takes files in and out. */
export const EXCHANGERS: readonly Role[] = ['trace_officer']
/** Who sees the book of contacts. */
export const CONTACT_READERS: readonly Role[] = ['trace_officer', 'analyst']
/** Who says whom one reaches in another state, and since when that is certain. */
export const CONTACT_KEEPERS: readonly Role[] = ['trace_officer']
