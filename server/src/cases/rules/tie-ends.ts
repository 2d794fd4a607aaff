import type { NodeKind, Relation } from '@proofmark/contract/case-words'

type Kinds = readonly NodeKind[]
const ANYBODY: Kinds = ['person', 'organisation', 'group']
const SOMEWHERE: Kinds = ['address', 'place']

/** From what to what some relations lead; the others tie anything. */
const ENDS: Readonly<Partial<Record<Relation, readonly [from: Kinds, to: Kinds]>>> = {
  subject_of: [['person', 'organisation'], ['case']],
  member_of: [ANYBODY, ['group', 'organisation']],
  leads: [ANYBODY, ['group', 'organisation']],
  works_for: [ANYBODY, ANYBODY],
  lives_at: [['person'], SOMEWHERE],
  registered_to: [['vehicle', 'telephone', 'account', 'address', 'record'], ANYBODY],
  related_to: [ANYBODY, ANYBODY],
  in_contact_with: [
    [...ANYBODY, 'telephone', 'account'],
    [...ANYBODY, 'telephone', 'account'],
  ],
}

/** What would have been accepted; null where the ends fit. */
export function unfitEnds(relation: Relation, from: NodeKind, to: NodeKind): string | null {
  const known = ENDS[relation]
  if (known === undefined || (known[0].includes(from) && known[1].includes(to))) return null
  return known.map((kinds) => kinds.join(', ')).join(' → ')
}
