import type { ThingShowRequest } from '@proofmark/contract/schemas/thing'
import type { ErasureReason } from '@proofmark/contract/thing-words'
import type { Context } from '../../access/context.ts'
import { type Names, namesOf } from '../../custody/queries/names.ts'
import { keptAsOne } from '../queries/judged-things.ts'
import { findNodes, type Node } from '../queries/nodes.ts'
import { partIn } from '../queries/part-in.ts'
import { type PersonsShown, shownPersons, type Withheld } from '../queries/shown-persons.ts'
import { type Kept, keptAs } from '../queries/thing-place.ts'
import { findThings, labelsOf, needThing, type Thing, type ThingValue, valuesOf } from '../queries/things.ts'
import { type Tie, tiesOf } from '../queries/ties.ts'
import type { Pair } from '../rules/one-thing.ts'

export interface ThingView {
  readonly thing: Thing
  readonly label: string | null
  readonly withheld: Withheld
  readonly isProtected: boolean
  readonly reference: string | null
  readonly kept: ReadonlyMap<number, Kept>
  readonly names: Names
  readonly mayWrite: boolean
  readonly values: readonly ThingValue[]
  readonly ties: readonly (Tie & { readonly end: Node; readonly endWithheld: Withheld })[]
  readonly one: readonly (Thing & { readonly label: string | null; readonly withheld: Withheld })[]
  readonly contradictions: readonly Pair[]
  readonly hiddenPersons: number
  readonly erased: { readonly at: Date; readonly reason: ErasureReason } | null
}

async function mayWriteBeside(context: Context, kept: Kept): Promise<boolean> {
  const { reader } = context
  if (reader.installer) return true
  if (kept.compartment === null) return reader.agency?.id === kept.agency
  return ['lead', 'member'].includes(await partIn(context, kept.compartment))
}

/** Ties whose other end the reader may see, and how many lead to somebody who must be asked for. */
async function endsOf(context: Context, thing: Thing, asked: boolean) {
  const ties = (await tiesOf(context, [thing.id])).filter(({ relation }) => relation !== 'in_case')
  const nodes = await findNodes(
    context,
    ties.map(({ other, otherKind }) => ({ id: other, kind: otherKind })),
  )
  const persons = [...nodes.values()].filter(({ kind }) => kind === 'person').map(({ id }) => id)
  const shown = await shownPersons(context, [...persons, ...(thing.kind === 'person' ? [thing.id] : [])], asked)
  const seen = ties.flatMap((tie) => {
    const end = nodes.get(tie.other)
    return end ? [{ ...tie, end, endWithheld: shown.withheld(end) }] : []
  })
  const told = seen.filter(
    ({ end, endWithheld }) => endWithheld === null || (endWithheld === 'role' && !shown.isProtected(end.id)),
  )
  return { ties: told, hidden: seen.length - told.length, shown }
}

async function oneOf(context: Context, thing: Thing, asked: boolean) {
  const { others: ids, contradictions } = await keptAsOne(context, thing.id)
  const others = [...(await findThings(context, ids)).values()]
  const labels = await labelsOf(context, others)
  const shown = await shownPersons(
    context,
    others.map(({ id }) => id),
    asked,
  )
  const one = others
    .map((each) => ({ ...each, withheld: shown.withheld(each) }))
    .map((each) => ({ ...each, label: each.withheld === null ? (labels.get(each.id) ?? null) : null }))
    .sort((first, second) => (first.id < second.id ? -1 : 1))
  return { one, contradictions }
}

const seenProtected = (thing: Thing, view: { readonly ties: ThingView['ties'] }, shown: PersonsShown) =>
  [thing.id, ...view.ties.filter(({ end }) => end.kind === 'person').map(({ end }) => end.id)].filter(shown.isProtected)

/**
 * A thing with all that the reader may see of it; an entry of the log, and one more where a victim or a witness is asked for. Throws
 * `not_found`.
 */
export async function showThing(
  context: Context,
  { thing: id, protectedPersons }: Omit<ThingShowRequest, 'grounds'>,
): Promise<ThingView> {
  const { query, audit } = context
  const thing = await needThing(context, id)
  const { ties, hidden, shown } = await endsOf(context, thing, protectedPersons)
  const withheld = shown.withheld(thing)
  const values = withheld === null ? await valuesOf(context, [thing.id]) : []
  const toldTies = withheld === 'protected' ? [] : ties
  const { one, contradictions } = await oneOf(context, thing, protectedPersons)
  const kept = await keptAs(context, [thing.vis, ...values.map(({ vis }) => vis), ...toldTies.map(({ vis }) => vis)])
  const names = await namesOf(
    context,
    [...values, ...toldTies].map(({ by }) => by),
    toldTies.map(({ agency }) => agency),
  )
  const within =
    thing.case === null
      ? undefined
      : await query.selectFrom('case_file').select('reference').where('id', '=', thing.case).executeTakeFirst()
  const erasure = await query
    .selectFrom('thing_erasure')
    .select(['erased_at as at', 'reason'])
    .where('thing_id', '=', thing.id)
    .executeTakeFirst()
  await audit({ action: 'thing.shown', subjects: [thing.id], body: { kind: thing.kind } })
  const guarded = protectedPersons && withheld === null ? seenProtected(thing, { ties: toldTies }, shown) : []
  if (guarded.length > 0) await audit({ action: 'thing.protected_seen', subjects: guarded })
  return {
    thing,
    label: withheld === null ? ((await labelsOf(context, [thing])).get(thing.id) ?? null) : null,
    withheld,
    isProtected: shown.isProtected(thing.id),
    reference: within?.reference ?? null,
    ...{ kept, names, values, ties: toldTies, one, contradictions, hiddenPersons: hidden },
    mayWrite: withheld !== 'role' && (await mayWriteBeside(context, kept.get(thing.vis)!)),
    erased: erasure ?? null,
  }
}
