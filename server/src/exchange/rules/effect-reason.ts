import { ProofmarkError } from '@proofmark/contract/errors'
import { NotCarried } from './not-carried.ts'

/** Why an effect failed, in a word: `effect_failed:` and the code of the error table where it was one of these. */
export function effectReason(failure: unknown): string {
  if (failure instanceof NotCarried) return 'not_carried'
  return failure instanceof ProofmarkError ? `effect_failed:${failure.code}` : 'effect_failed'
}
