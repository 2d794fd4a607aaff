import { ProofmarkError } from '@proofmark/contract/errors'
import type { ThingReviewRequest, ThingReviewsRequest } from '@proofmark/contract/schemas/thing'
import type { Context } from '../../access/context.ts'
import { needOwn, needSightOf } from '../policy/subjects.ts'
import { type DueThing, reviewsDue } from '../queries/review-due.ts'
import { shownPersons, type Withheld } from '../queries/shown-persons.ts'
import { keptAs } from '../queries/thing-place.ts'
import { labelsOf, needThing, valuesOf } from '../queries/things.ts'
import { protectedAmong, tiesOf } from '../queries/ties.ts'
import { reviewDay } from '../rules/review-day.ts'
import { isErased } from './say-values.ts'

const MOST_LISTED = 200
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

export interface DueOnList extends DueThing {
  readonly label: string | null
  readonly withheld: Withheld
}

/** Things of which it must be asked whether to keep what is known of them. A victim or a witness is on the list without a name. */
export async function listReviews(context: Context, { until }: Pick<ThingReviewsRequest, 'until'>) {
  const day = until ?? dayOf(context.now)
  const due = await reviewsDue(context, day, MOST_LISTED + 1)
  const page = due.slice(0, MOST_LISTED)
  const shown = await shownPersons(
    context,
    page.map(({ id }) => id),
    false,
  )
  const labels = await labelsOf(context, page)
  const things = page.map((each): DueOnList => {
    const withheld = shown.withheld(each)
    return { ...each, withheld, label: withheld === null ? (labels.get(each.id) ?? null) : null }
  })
  await context.audit({
    action: 'things.reviews_listed',
    subjects: things.map(({ id }) => id),
    body: { until: day, results: things.length },
  })
  return { things, more: due.length > MOST_LISTED }
}

/**
 * Says that what the reader's agency said of a thing is still needed, and until when. Throws `not_found`, `role_needed`,
 * `not_your_agency` where it said nothing of it, `thing_erased` and `review_too_late`.
 */
export async function reviewThing(
  context: Context,
  { thing: id, until, why }: Omit<ThingReviewRequest, 'grounds'>,
): Promise<string> {
  const { query, reader, now, audit } = context
  const thing = await needThing(context, id)
  needSightOf(reader, thing.kind)
  if (await isErased(context, thing.id)) throw new ProofmarkError('thing_erased', { thing: thing.id })
  const [values, ties] = [await valuesOf(context, [thing.id]), await tiesOf(context, [thing.id])]
  const kept = await keptAs(context, [thing.vis, ...values.map(({ vis }) => vis), ...ties.map(({ vis }) => vis)])
  const own = [...kept.values()]
    .filter(({ agency }) => reader.installer || agency === reader.agency?.id)
    .map(({ vis }) => vis)
  const keeper = kept.get(thing.vis)!
  if (own.length === 0) needOwn(reader, { id: keeper.agency, name: keeper.agencyName })
  const guarded = (await protectedAmong(context, [thing.id])).has(thing.id)
  const day = reviewDay(until, now, guarded)
  await query
    .updateTable('thing_value')
    .set({ review_on: day })
    .where('thing_id', '=', thing.id)
    .where('vis', 'in', own)
    .where('review_on', 'is not', null)
    .execute()
  await query
    .updateTable('tie')
    .set({ review_on: day })
    .where('node_id', 'in', [thing.id, ...ties.map(({ other }) => other)])
    .where('id', 'in', ties.length === 0 ? [thing.id] : ties.map((tie) => tie.id))
    .where('vis', 'in', own)
    .where('review_on', 'is not', null)
    .execute()
  await audit({ action: 'thing.reviewed', subjects: [thing.id], body: { until: day, why } })
  return day
}
