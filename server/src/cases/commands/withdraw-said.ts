import { ProofmarkError } from '@proofmark/contract/errors'
import type { ThingWithdrawRequest, TieWithdrawRequest } from '@proofmark/contract/schemas/thing'
import type { Context } from '../../access/context.ts'
import { needOwn, needSightOf } from '../policy/subjects.ts'
import { endOf } from '../queries/nodes.ts'
import { keptAs } from '../queries/thing-place.ts'
import { needThing, valuesOf } from '../queries/things.ts'
import { tiesOf } from '../queries/ties.ts'
import { placeBeside } from './place-thing.ts'

/** What an agency said, its own people withdraw, and take that back. Throws `not_your_agency` and `case_part_needed`. */
async function needSayer(context: Context, vis: number): Promise<void> {
  const kept = (await keptAs(context, [vis])).get(vis)!
  needOwn(context.reader, { id: kept.agency, name: kept.agencyName })
  await placeBeside(context, kept)
}

const standing = ({ reader, now }: Context, act: ThingWithdrawRequest['act']) =>
  act === 'withdrawn' ? { withdrawn_by: reader.account, withdrawn_at: now } : { withdrawn_by: null, withdrawn_at: null }

/** Withdraws what was said of a thing, which stays to be seen as withdrawn, or takes that back. Throws `not_found`, `role_needed`, `not_your_agency` and `case_part_needed`. */
export async function withdrawValue(context: Context, input: Omit<ThingWithdrawRequest, 'grounds'>): Promise<string> {
  const thing = await needThing(context, input.thing)
  needSightOf(context.reader, thing.kind)
  const id = input.value.toLowerCase()
  const value = (await valuesOf(context, [thing.id])).find((each) => each.id === id)
  if (!value) throw new ProofmarkError('not_found', { what: input.value })
  await needSayer(context, value.vis)
  if ((value.withdrawnAt !== null) === (input.act === 'withdrawn')) return thing.id
  await context.query
    .updateTable('thing_value')
    .set(standing(context, input.act))
    .where('thing_id', '=', thing.id)
    .where('id', '=', id)
    .execute()
  await context.audit({ action: 'thing.withdrawn', subjects: [thing.id], body: { field: value.field, act: input.act } })
  return thing.id
}

/** Withdraws a tie under both its ends, or takes that back. Throws as `withdrawValue`. */
export async function withdrawTie(context: Context, input: Omit<TieWithdrawRequest, 'grounds'>): Promise<string> {
  const [node, id] = [endOf(input.node), input.tie.toLowerCase()]
  const tie = (await tiesOf(context, [node.id])).find((each) => each.id === id)
  if (!tie) throw new ProofmarkError('not_found', { what: input.tie })
  needSightOf(context.reader, tie.nodeKind, tie.otherKind)
  await needSayer(context, tie.vis)
  if ((tie.withdrawnAt !== null) === (input.act === 'withdrawn')) return id
  await context.query
    .updateTable('tie')
    .set(standing(context, input.act))
    .where('node_id', 'in', [tie.node, tie.other])
    .where('id', '=', id)
    .execute()
  await context.audit({
    action: 'tie.withdrawn',
    subjects: [tie.node, tie.other],
    body: { relation: tie.relation, act: input.act },
  })
  return id
}
