import type { Role } from '@proofmark/contract/roles'

/** Who may import files; the server decides, this only spares a refusal. */
export const IMPORTERS: readonly Role[] = ['recorder', 'data_steward']
