import type { Role } from '@proofmark/contract/roles'

/** Who may ask other agencies; the server decides, this only spares a refusal. */
export const ASKERS: readonly Role[] = ['trace_officer', 'analyst']
