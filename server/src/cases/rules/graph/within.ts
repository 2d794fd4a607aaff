import type { NodeName } from './node.ts'
import type { Tied } from './tied.ts'

/** A case with all that was given to it or said in it, and what that rests on, as its reader may see it. */
export interface WithinCase {
  readonly case: string
  readonly nodes: ReadonlySet<NodeName>
}

/** Follows from records, or from a judgement of two things: nobody said it in a case. */
const isWorkedOut = ({ since, id }: Tied): boolean => since === null || id.startsWith('same:')

/**
 * Is this tie within the case? What was said in it or of it is, and between two that are in it whatever the desks keep or
 * worked out; what somebody said elsewhere of the same two is not.
 */
export function isWithin(tie: Tied, { case: of, nodes }: WithinCase): boolean {
  const node = `case:${of}`
  if (tie.case === of || tie.from === node || tie.to === node) return true
  // A place or a country is no more than what a record or a recovery says: it is within where that is.
  if ((tie.relation === 'happened_at' || tie.relation === 'on_route') && tie.since === null) return nodes.has(tie.from)
  return isWorkedOut(tie) && nodes.has(tie.from) && nodes.has(tie.to)
}
