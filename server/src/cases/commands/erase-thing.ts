import { ProofmarkError } from '@proofmark/contract/errors'
import type { ThingEraseRequest } from '@proofmark/contract/schemas/thing'
import type { Context } from '../../access/context.ts'
import { eraseWords } from '../../store/erase-words.ts'
import { needOwn } from '../policy/subjects.ts'
import { keptAsOne } from '../queries/judged-things.ts'
import { keptAs } from '../queries/thing-place.ts'
import { findThings, needThing } from '../queries/things.ts'
import { tiesOf } from '../queries/ties.ts'
import { dayOf } from './review-thing.ts'
import { isErased } from './say-values.ts'

export interface Erased {
  readonly thing: string
  readonly values: number
  readonly ties: number
  /** What was judged to be one with it and is still known: whoever must be forgotten is to be forgotten there too. */
  readonly alike: string[]
}

/** Is anything that is known of it due to be looked at? Throws `erasure_not_due` where it is not. */
async function needReviewDue({ query, now }: Context, thing: string): Promise<void> {
  const first = await query
    .selectFrom('thing_value')
    .select((select) => select.fn.min('review_on').as('due'))
    .where('thing_id', '=', thing)
    .executeTakeFirst()
  const due = first?.due ?? null
  if (due === null || due > dayOf(now)) throw new ProofmarkError('erasure_not_due', { reviewOn: due ?? '' })
}

/**
 * Erases what is known of a thing: its values, the words of its ties and why it was judged one with others. The thing, its ties
 * without a word, cases, firearms and the log stay, and a tombstone that a restored backup honours. The data protection
 * officer of the agency that recorded it may at any time; whoever keeps it once its review is due. Throws `not_found`,
 * `not_your_agency` and `erasure_not_due`.
 */
export async function eraseThing(
  context: Context,
  { thing: id, reason }: Omit<ThingEraseRequest, 'grounds'>,
): Promise<Erased> {
  const { query, client, reader, audit } = context
  const thing = await needThing(context, id)
  const kept = (await keptAs(context, [thing.vis])).get(thing.vis)!
  needOwn(reader, { id: kept.agency, name: kept.agencyName })
  if (await isErased(context, thing.id)) return { thing: thing.id, values: 0, ties: 0, alike: [] }
  if (!reader.installer && !reader.roles.includes('data_protection_officer')) await needReviewDue(context, thing.id)
  const alike = (await findThings(context, (await keptAsOne(context, thing.id)).others)).keys().toArray().sort()
  await query
    .insertInto('thing_erasure')
    .values({ thing_id: thing.id, agency_id: kept.agency, reason, erased_by: reader.account })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const ties = (await tiesOf(context, [thing.id])).length
  const { values } = await eraseWords(client, [thing.id])
  await audit({ action: 'thing.erased', subjects: [thing.id], body: { reason, values, ties } })
  return { thing: thing.id, values, ties, alike }
}
