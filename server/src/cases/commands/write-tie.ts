import type { NodeKind, Relation, Standing } from '@proofmark/contract/case-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { type SaidOfTie, tiesOf } from '../queries/ties.ts'
import { sayOnce } from './hold-case.ts'

export interface End {
  readonly kind: NodeKind
  readonly id: string
}

export interface TieDraft {
  readonly id: string
  readonly from: End
  readonly to: End
  readonly relation: Relation
  readonly standing: Standing
  readonly vis: number
  readonly case: string | null
  readonly agency: string | null
  readonly fromDay?: string | undefined
  readonly toDay?: string | undefined
  readonly records?: readonly string[]
  readonly said?: SaidOfTie
  readonly reviewOn?: string | null
}

/**
 * Writes a tie under both its ends, once. Answers whether it was not there before. Throws `thing_id_used` where the identifier
 * stands for another.
 */
export async function writeTie(context: Context, draft: TieDraft): Promise<boolean> {
  const { query, reader } = context
  const { from, to, relation, said = {} } = draft
  await sayOnce(context, `tie ${draft.id}`)
  const before = (await tiesOf(context, [from.id])).find(({ id }) => id === draft.id)
  if (before) {
    const same =
      before.other === to.id &&
      before.relation === relation &&
      before.standing === draft.standing &&
      before.said.category === said.category &&
      before.by === reader.account
    if (!same) throw new ProofmarkError('thing_id_used', { id: draft.id })
    return false
  }
  // One number for both its rows.
  const { number } = await query.selectNoFrom(sql<string>`nextval('tie_number')`.as('number')).executeTakeFirstOrThrow()
  const row = (node: End, other: End, forward: boolean) => ({
    ...{ node_id: node.id, node_kind: node.kind, other_id: other.id, other_kind: other.kind, forward, number },
    ...{
      id: draft.id,
      vis: draft.vis,
      case_id: draft.case,
      agency_id: draft.agency,
      relation,
      standing: draft.standing,
    },
    ...{ from_day: draft.fromDay ?? null, to_day: draft.toDay ?? null, records: [...(draft.records ?? [])] },
    ...{ said: JSON.stringify(said), review_on: draft.reviewOn ?? null, said_by: reader.account },
  })
  const written = await query
    .insertInto('tie')
    .values([row(from, to, true), row(to, from, false)])
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows !== 2n) throw new ProofmarkError('thing_id_used', { id: draft.id })
  return true
}
