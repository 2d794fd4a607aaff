import type { Role } from '@proofmark/contract/roles'
import { READERS } from '@proofmark/contract/route'

/** Does whoever has this role work with records, and so for an agency? The server decides; this only spares a refusal. */
export const ofAgencies = (role: Role): boolean => READERS.some((reader) => reader === role)
