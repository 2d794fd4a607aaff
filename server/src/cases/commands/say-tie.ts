import { ProofmarkError } from '@proofmark/contract/errors'
import type { TieAddRequest } from '@proofmark/contract/schemas/thing'
import type { Context } from '../../access/context.ts'
import { needSightOf } from '../policy/subjects.ts'
import { needOpenCase } from '../queries/asking-case.ts'
import { endOf, findNodes, type Node } from '../queries/nodes.ts'
import { caseOfCompartment, keptAs } from '../queries/thing-place.ts'
import { reviewDay } from '../rules/review-day.ts'
import { unfitEnds } from '../rules/tie-ends.ts'
import { needClass, type Place, placeBeside, placeThing } from './place-thing.ts'
import { saySubject } from './say-subject.ts'
import { needRecords } from './say-values.ts'
import { standingTie } from './standing-tie.ts'
import { writeTie } from './write-tie.ts'

export type SayTie = Omit<TieAddRequest, 'grounds'>

/** Both ends, as the reader sees them. Throws `not_found`. */
async function needEnds(context: Context, { from, to }: Pick<SayTie, 'from' | 'to'>): Promise<readonly [Node, Node]> {
  const ends = [endOf(from), endOf(to)] as const
  const found = await findNodes(context, ends)
  const [first, second] = ends.map(({ id, kind }) => {
    const node = found.get(id)
    if (!node) throw new ProofmarkError('not_found', { what: `${kind}:${id}` })
    return node
  })
  return [first!, second!]
}

interface Where {
  readonly case: string | null
  readonly vis: number
}

/**
 * In which case a tie is said, and its class: what is said of somebody in a compartment is said in that compartment,
 * and what ties them to a case in that case. Throws
 * `tie_needs_case` where its ends lie in several.
 */
async function placeOf(context: Context, said: Pick<SayTie, 'case'>, ends: readonly Node[]): Promise<Where> {
  const kept = await keptAs(
    context,
    ends.map(({ vis }) => vis),
  )
  const compartments = [...new Set(ends.flatMap(({ vis }) => kept.get(vis)?.compartment ?? []))]
  const cases = await Promise.all(compartments.map((each) => caseOfCompartment(context, each)))
  const tied = ends.find(({ kind }, at) => at === 1 && kind === 'case')
  const named = said.case?.toLowerCase() ?? tied?.id ?? null
  const within = named ?? (new Set(cases).size === 1 ? cases[0]! : null)
  if (within === null && compartments.length > 0) throw new ProofmarkError('tie_needs_case')
  if (within === null) {
    const own = ends.find(({ thing }) => thing !== null)
    const place: Place = { kept: 'pointer' }
    const vis = own ? await placeBeside(context, kept.get(own.vis)!) : await placeThing(context, place)
    return { case: null, vis }
  }
  const inner = compartments.filter((each, at) => cases[at] === within && each !== within)
  if (inner.length > 1) throw new ProofmarkError('tie_needs_case')
  return { case: within, vis: await placeThing(context, { case: within, compartment: inner[0] }) }
}

/** The class that a tie will bear, to be asked for in a transaction of its own. Throws as `sayTie`. */
export const placeOfTie = async (context: Context, input: SayTie): Promise<number> =>
  (await placeOf(context, input, await needEnds(context, input))).vis

/**
 * Says what ties two nodes that the reader may see, and answers the identifier of the tie: where the same person said the same
 * before and it stands, of that one. Of a person only by whoever may see persons. Throws `not_found`, `role_needed`,
 * `tie_ends_unfit`, `tie_needs_case`, `case_part_needed`, `case_not_open`, `not_your_agency`, `role_needs_agency`, `subject_needs_reason`,
 * `thing_id_used`, `review_too_late` and `records_moved`.
 */
export async function sayTie(context: Context, input: SayTie): Promise<string> {
  const { reader, audit, now } = context
  const { relation, standing, category, reason, note, source, evaluation, fromDay, toDay, reviewOn } = input
  const id = input.id.toLowerCase()
  const ends = await needEnds(context, input)
  const [from, to] = ends
  needSightOf(reader, from.kind, to.kind)
  const accepted = unfitEnds(relation, from.kind, to.kind)
  if (accepted !== null) throw new ProofmarkError('tie_ends_unfit', { relation, accepted })
  const where = await placeOf(context, input, ends)
  const vis = needClass(context, where.vis)
  if (where.case !== null) await needOpenCase(context, where.case)
  const { agency } = (await keptAs(context, [vis])).get(vis)!
  await needRecords(context, input.records)
  const stands = await standingTie(context, { ...input, ends, ...where })
  if (stands !== null && stands !== id) return stands
  const ofPerson = from.kind === 'person' || to.kind === 'person'
  const written =
    category !== undefined && (from.kind === 'person' || from.kind === 'organisation')
      ? await saySubject(context, {
          ...{
            tie: id,
            thing: from.id,
            kind: from.kind,
            case: to.id,
            category,
            standing,
            reason,
            vis,
            agency,
            reviewOn,
          },
        })
      : await writeTie(context, {
          ...{ id, from, to, relation, standing, vis, case: where.case, agency, fromDay, toDay },
          records: input.records.map((each) => each.toLowerCase()),
          said: {
            ...(note === undefined ? {} : { note }),
            ...(source === undefined ? {} : { source }),
            ...(evaluation === undefined ? {} : { evaluation }),
          },
          reviewOn: ofPerson || reviewOn !== undefined ? reviewDay(reviewOn, now) : null,
        })
  if (written)
    await audit({
      action: 'tie.said',
      subjects: [from.id, to.id],
      body: { relation, standing, category: category ?? null },
    })
  return id
}
