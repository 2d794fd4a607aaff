import { PROTECTED_CATEGORIES, type Relation } from '@proofmark/contract/case-words'
import type { EventKind } from '@proofmark/domain/event-kind'
import type { MentionRole } from './mention.ts'

/** Who holds what a record speaks of did what it tells; a licence says what somebody may do, and not that they did. */
const HOLDER_AT: Readonly<Partial<Record<EventKind, Relation>>> = {
  import: 'imported',
  export: 'exported',
  delivery: 'received',
  'import-licence': 'named_in',
  'export-licence': 'named_in',
  transit: 'named_in',
}

const BY_ROLE: Readonly<Record<Exclude<MentionRole, 'holder'>, Relation>> = {
  possessor: 'possessed',
  buyer: 'bought',
  seller: 'sold',
  sender: 'sent',
  recipient: 'received',
  driver: 'carried',
  reporter: 'named_in',
  finder: 'named_in',
  witness: 'named_in',
  victim: 'named_in',
  other: 'named_in',
}

/** A licence does not yet make a sale of what it permits. */
const PERMITS: ReadonlySet<EventKind> = new Set<EventKind>(['import-licence', 'export-licence'])

/**
 * How somebody is tied to what names them: by their role and, of a record, by what it tells. Null of a recovery, whose roles say
 * all. No more than the source said: where a role tells no relation, that they are named.
 */
export function relationOfRole(role: MentionRole, event: EventKind | null): Relation {
  if (role === 'holder') return (event && HOLDER_AT[event]) ?? 'possessed'
  if ((role === 'buyer' || role === 'seller') && event !== null && PERMITS.has(event)) return 'named_in'
  return BY_ROLE[role]
}

/** Victims and witnesses are hidden until somebody asks for them. */
export const isProtectedRole = (role: string): boolean => (PROTECTED_CATEGORIES as readonly string[]).includes(role)
