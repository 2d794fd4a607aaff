import type { LegalBasis } from '@proofmark/contract/purposes'
import type { KnownDraft } from './known-cost.ts'

/** What is asked, kept as long as the page is open and nowhere else: not in the address, not in the browser’s history. */
export interface KnownQuestion extends KnownDraft {
  readonly basis: LegalBasis | null
  readonly reference: string
}
