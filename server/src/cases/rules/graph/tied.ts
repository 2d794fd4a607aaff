import type { Relation, Standing } from '@proofmark/contract/case-words'
import type { NodeName } from './node.ts'

/** A sentence by its place in the catalogue; what stands in it is text. */
export interface Worded {
  readonly message: string
  readonly values: Readonly<Record<string, string>>
}

/** What ties two nodes, as its reader may see it: said from the first to the second. */
export interface Tied {
  /** The same for the same tie, whoever reads it. */
  readonly id: string
  readonly from: NodeName
  readonly to: NodeName
  readonly relation: Relation
  readonly kind: Standing
  readonly records: readonly string[]
  readonly case: string | null
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly grade: string | null
  readonly why: readonly Worded[]
  /** Who said it, and on which day; null for what follows from records alone, and where a search needs no more than the ends. */
  readonly said: { readonly by: string; readonly agency: string | null; readonly on: string } | null
  /** When somebody said it; null for what follows from records alone. */
  readonly since: string | null
  /** Those of its ends that are records, as they were named before they were folded into firearms. */
  readonly named: readonly string[]
}

/** A tie of which nothing more is known than who is tied to whom, and why. */
export const tied = (
  ends: Pick<Tied, 'id' | 'from' | 'to' | 'relation' | 'kind'>,
  more: Partial<Omit<Tied, 'id' | 'from' | 'to' | 'relation' | 'kind'>> = {},
): Tied => ({
  records: [],
  case: null,
  fromDay: null,
  toDay: null,
  grade: null,
  why: [],
  said: null,
  since: null,
  named: [],
  ...ends,
  ...more,
})

export const otherEnd = ({ from, to }: Pick<Tied, 'from' | 'to'>, node: NodeName): NodeName =>
  from === node ? to : from

const RANK: Readonly<Record<Standing, number>> = { fact: 0, assessment: 1, lead: 2 }

/** The best evidenced first, then what rests on records, then in the order of what it is called. */
export function byEvidence(one: Tied, other: Tied): number {
  return (
    RANK[one.kind] - RANK[other.kind] ||
    Number(other.records.length > 0) - Number(one.records.length > 0) ||
    (one.relation < other.relation ? -1 : one.relation > other.relation ? 1 : 0) ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  )
}
