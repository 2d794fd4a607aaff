import type { ModelSummary } from '@proofmark/contract/schemas/model'

/** Does a model stand, did it once, or was it only ever proposed? */
export function stateOf({ standing, approvals }: Pick<ModelSummary, 'standing' | 'approvals'>) {
  if (standing) return 'standing'
  return approvals.length > 0 ? 'earlier' : 'proposed'
}
