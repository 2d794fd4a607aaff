import { type LookUpKind, REQUEST_ELEMENTS } from '@proofmark/contract/private-words'
import type { AgreementTerms } from '@proofmark/contract/schemas/partner'
import { cellsOf } from '../mark/typed.ts'

export interface KnownDraft {
  readonly partner: string
  readonly serial: string
  readonly make: string
  readonly bySkeleton: boolean
}

export interface KnownCost {
  readonly kind: LookUpKind
  /** Evaluations, pads included. */
  readonly evaluations: number
  /** As the agreement bounds them for a day; null where it leaves that to the partner, or does not say. */
  readonly quota: number | null
}

function kindOf({ serial, make, bySkeleton }: Omit<KnownDraft, 'partner'>): LookUpKind {
  if (bySkeleton) return 'skeleton'
  if (cellsOf(serial).some(({ state, run }) => run || state === 'lost' || state === 'doubtful')) return 'damaged'
  return make.trim() === '' ? 'mark_alone' : 'exact'
}

/** What a question will take of the quota, as far as what is typed tells; the partner counts. */
export function costOf(draft: Omit<KnownDraft, 'partner'>, quotas: AgreementTerms['quotas'] | null): KnownCost {
  const kind = kindOf(draft)
  const agreed = {
    exact: quotas?.evaluations_exact,
    skeleton: quotas?.evaluations_skeleton,
    damaged: quotas?.evaluations_damaged,
    mark_alone: null,
  }[kind]
  return { kind, evaluations: REQUEST_ELEMENTS[kind], quota: agreed ?? null }
}
