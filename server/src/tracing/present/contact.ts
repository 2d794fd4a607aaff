import type { TraceContactList } from '@proofmark/contract/schemas/trace-book'
import type { SavedContact } from '../queries/trace-book.ts'

/** An entry of the book as it is told. */
export function presentContact(saved: SavedContact): TraceContactList['contacts'][number] {
  const { id, country, partner, kind, role, contact, removed, by, at, verifiedBy } = saved
  return { id, country, partner, kind, role, contact, removed, by, at: at.toISOString(), verifiedBy }
}
