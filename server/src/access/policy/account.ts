import { ProofmarkError } from '@proofmark/contract/errors'
import type { Reader } from '../context.ts'

/** Throws `account_own` for what nobody does to their own account. */
export function needOther(reader: Reader, account: string): void {
  if (reader.account === account) throw new ProofmarkError('account_own')
}
