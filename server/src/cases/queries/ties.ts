import {
  type NodeKind,
  PROTECTED_CATEGORIES,
  type Relation,
  type Standing,
  type SubjectCategory,
} from '@proofmark/contract/case-words'
import type { ThingEvaluation } from '@proofmark/contract/schemas/thing'
import type { Context } from '../../access/context.ts'

/** What is said of a tie in words; once erased, no more than whose data they are. */
export interface SaidOfTie {
  readonly note?: string
  readonly source?: string
  readonly evaluation?: ThingEvaluation
  readonly category?: SubjectCategory
  readonly reason?: string
}

export interface Tie {
  readonly id: string
  readonly node: string
  readonly nodeKind: NodeKind
  readonly other: string
  readonly otherKind: NodeKind
  readonly forward: boolean
  readonly vis: number
  readonly case: string | null
  readonly agency: string | null
  readonly relation: Relation
  readonly standing: Standing
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly records: readonly string[]
  readonly said: SaidOfTie
  readonly reviewOn: string | null
  readonly by: string
  readonly at: Date
  readonly withdrawnAt: Date | null
}

/** The ties of these nodes, as they were said; what was withdrawn as well. */
export async function tiesOf({ query }: Context, nodes: readonly string[]): Promise<readonly Tie[]> {
  if (nodes.length === 0) return []
  const rows = await query
    .selectFrom('tie')
    .select(['id', 'node_id as node', 'node_kind as nodeKind', 'other_id as other', 'other_kind as otherKind'])
    .select(['forward', 'vis', 'case_id as case', 'agency_id as agency', 'relation', 'standing', 'records', 'said'])
    .select(['from_day as fromDay', 'to_day as toDay', 'review_on as reviewOn', 'said_by as by', 'said_at as at'])
    .select('withdrawn_at as withdrawnAt')
    .where('node_id', 'in', [...new Set(nodes)])
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, relation: row.relation as Relation, said: row.said as SaidOfTie }))
}

const PROTECTED: readonly SubjectCategory[] = PROTECTED_CATEGORIES

/** As what each of these persons stands in which case, as far as the reader may see. */
export async function categoriesOf(context: Context, things: readonly string[]) {
  const standing = (await tiesOf(context, things)).filter(
    ({ relation, withdrawnAt, said }) => relation === 'subject_of' && withdrawnAt === null && said.category,
  )
  return standing.map(({ node, other, said, case: within }) => ({
    thing: node,
    case: within ?? other,
    category: said.category!,
  }))
}

/**
 * Which of these persons are a victim or a witness of some case that the reader may see. Whoever is a suspect as well stays
 * protected (Directive (EU) 2016/680, article 6).
 */
export async function protectedAmong(context: Context, things: readonly string[]): Promise<ReadonlySet<string>> {
  const all = await categoriesOf(context, things)
  return new Set(all.filter(({ category }) => PROTECTED.includes(category)).map(({ thing }) => thing))
}
