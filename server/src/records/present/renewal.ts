import type { RenewalState } from '@proofmark/contract/schemas/renewal'
import type { KnownRenewal } from '../queries/find-renewal.ts'

/** How far reading an agency's records again has come. */
export function presentRenewal({ id, startedAt, finishedAt, ...rest }: KnownRenewal): RenewalState {
  return {
    renewal: id,
    ...rest,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}
