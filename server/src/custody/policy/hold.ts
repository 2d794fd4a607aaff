import { TRACERS } from '@proofmark/contract/route'
import type { Reader } from '../../access/context.ts'

/**
 * May the reader see what is held for their agency, and let it go? Whoever traces there may; of what rests on a silent source the named officer
 * alone, and its data stewards as long as none is named, as of any match with one.
 */
export function seesHold(reader: Reader, { silent }: { readonly silent: boolean }, officer: string | null): boolean {
  if (!silent) return TRACERS.some((role) => reader.roles.includes(role))
  return officer === null ? reader.roles.includes('data_steward') : officer === reader.account
}
