import type { CaseEntryShown } from '@proofmark/contract/schemas/case'
import type { EvaluationScheme } from '@proofmark/domain/evaluation'
import { mayLeave } from '@proofmark/domain/may-leave'

interface Graded {
  readonly scheme: EvaluationScheme
  readonly codes: readonly string[]
  readonly conditions?: string | undefined
  readonly until?: string | undefined
}

/**
 * Whether what is graded so stays out of what is printed: paper goes into court files and to other states, and nobody's
 * permission stands on a page (DOMAIN 2.12). What nobody graded is its writer's own.
 */
export function heldBack(graded: Graded | null | undefined, on: string): boolean {
  if (!graded) return false
  const { scheme, codes, conditions = null, until = null } = graded
  const handling = { scheme, codes, conditions, originator: '', expires: until }
  return (['court', 'onward'] as const).some((kind) => mayLeave(handling, { kind, on }).decision !== 'allowed')
}

/** Whether an entry stays out of what is printed. */
export const isHeld = ({ said }: Pick<CaseEntryShown, 'said'>, on: string): boolean =>
  said?.kind === 'note' && heldBack(said.evaluation, on)
