import type { Evidence } from '@proofmark/contract/schemas/find'

/** A field of which two records say different things; null where one of them says nothing. */
export interface Contrast {
  readonly field: Evidence['field']
  readonly own: Evidence | null
  readonly first: Evidence | null
}

/** What is smaller than this is shown as the same figure. In bits. */
const VISIBLE = 0.05

/**
 * Where the evidence of a record differs from that of the first, field by field, the widest difference first. The start
 * is that of both, and rivals are each other's.
 */
export function contrasts(first: readonly Evidence[], own: readonly Evidence[]): Contrast[] {
  const fields = [...new Set([...first, ...own].map(({ field }) => field))]
  const line = (evidence: readonly Evidence[], field: Evidence['field']) =>
    evidence.find((each) => each.field === field) ?? null
  const difference = (each: Contrast) => Math.abs((each.own?.bits ?? 0) - (each.first?.bits ?? 0))
  return fields
    .filter((field) => field !== 'prior' && field !== 'rivals')
    .map((field) => ({ field, own: line(own, field), first: line(first, field) }))
    .filter((each) => difference(each) >= VISIBLE)
    .sort((a, b) => difference(b) - difference(a))
}
