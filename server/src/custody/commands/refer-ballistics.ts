import { ProofmarkError } from '@proofmark/contract/errors'
import { BALLISTIC_REFERRERS } from '@proofmark/contract/route'
import type { BallisticReferRequest } from '@proofmark/contract/schemas/ballistic'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { comparisonOf } from '../queries/ballistic-comparisons.ts'
import { needItem } from './link-ballistics.ts'
import { holdBallistics } from './write-ballistics.ts'

type Without<Request> = Request extends unknown ? Omit<Request, 'grounds'> : never
type Refer = Without<BallisticReferRequest>

/** What was noted under this identifier before; null where nothing was. Throws `ballistic_id_used` where that says something else. */
async function notedBefore({ query, reader }: Context, act: Refer): Promise<boolean> {
  const known = await query
    .selectFrom('ballistic_referral')
    .select(['act', 'told_to', 'outcome', 'note', 'by_account'])
    .where('id', '=', act.id)
    .executeTakeFirst()
  if (!known) return false
  const said = act.act === 'told' ? [act.to, null] : [null, act.outcome]
  const same =
    JSON.stringify([known.act, known.told_to, known.outcome, known.note, known.by_account]) ===
    JSON.stringify([act.act, ...said, act.note ?? null, reader.account])
  if (!same) throw new ProofmarkError('ballistic_id_used', { id: act.id })
  return true
}

/**
 * Notes that an investigator was told of a comparison, as what it stands now, or what came of it. Earlier notes stay.
 * Answers the first item. Throws `role_needed`, `not_found`, `ballistic_id_used`, and `ballistic_not_told` for an outcome
 * of what nobody was told.
 */
export async function referBallistics(context: Context, act: Refer): Promise<string> {
  const { query, reader, audit } = context
  needRole(reader, BALLISTIC_REFERRERS)
  await holdBallistics(context)
  const comparison = await comparisonOf(context, act.first.toLowerCase(), act.second.toLowerCase())
  if (!comparison) throw new ProofmarkError('not_found', { what: act.second })
  const [first, second] = [await needItem(context, comparison.first), await needItem(context, comparison.second)]
  if (await notedBefore(context, act)) return first.id
  if (act.act === 'outcome' && !comparison.referrals.some((each) => each.act === 'told'))
    throw new ProofmarkError('ballistic_not_told')
  const { level } = comparison
  const [to, outcome] = act.act === 'told' ? [act.to, null] : [null, act.outcome]
  await query
    .insertInto('ballistic_referral')
    .values({
      id: act.id,
      ...{ first_id: first.id, second_id: second.id, vis: first.vis, other_vis: second.vis },
      agency_id: reader.agency?.id ?? first.agency,
      act: act.act,
      ...{ standing: level, told_to: to, outcome, note: act.note ?? null },
      by_account: reader.account,
    })
    .execute()
  await audit({
    action: 'ballistic.referred',
    subjects: [first.id, second.id],
    body: { act: act.act, level, to, outcome },
  })
  return first.id
}
