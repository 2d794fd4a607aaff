import type { CaseItemKind } from '@proofmark/contract/case-desk-words'
import type { FindingRule } from '@proofmark/contract/life-words'
import type { CaseHolding } from '@proofmark/contract/schemas/case'

/** Something of a page that may be given to a case, by what the page calls it. */
export interface Givable {
  readonly kind: CaseItemKind
  readonly id: string
  /** What tells it from the others of the page; null where it is all that the page is about. */
  readonly label: string | null
  /** A finding of the record's life. */
  readonly finding?: FindingRule
}

/** Is this what the case was given? A finding is something else than the record as such. */
export const isThat = ({ kind, id, finding }: Givable, held: CaseHolding): boolean =>
  held.kind === kind && held.id === id && held.finding === (finding ?? null)
