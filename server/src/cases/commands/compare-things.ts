import { ProofmarkError } from '@proofmark/contract/errors'
import type { ThingDuplicatesRequest } from '@proofmark/contract/schemas/thing'
import type { ValueField } from '@proofmark/contract/thing-words'
import { readValue } from '@proofmark/domain/identifiers/read-value'
import type { Context } from '../../access/context.ts'
import { seesSubjects } from '../policy/subjects.ts'
import { type CommonValue, factsOf, MOST_SHARING, thingsAlike } from '../queries/alike-things.ts'
import { type JudgedBy, verdictsAbout } from '../queries/judged-things.ts'
import { shownPersons, type Withheld } from '../queries/shown-persons.ts'
import { findThings, labelsOf, needThing, type Thing, valuesOf } from '../queries/things.ts'
import { thingsOfCase } from '../queries/things-of-case.ts'
import { type Reason, whyMayBeOne } from '../rules/may-be-one.ts'
import { standingVerdicts } from '../rules/one-thing.ts'

export interface ComparedThing extends Thing {
  readonly label: string | null
  readonly withheld: Withheld
}

export interface ComparedPair {
  readonly first: ComparedThing
  readonly second: ComparedThing
  readonly reasons: readonly Reason[]
  readonly verdict: JudgedBy | null
}

export interface Compared {
  readonly pairs: readonly ComparedPair[]
  readonly leftOut: readonly {
    readonly field: ValueField
    readonly value: string | null
    readonly things: number
    readonly most: number
  }[]
}

/** So many of a case, or of whatever the reader sees, are compared at once. */
const MOST_COMPARED = 500

async function focusOf(context: Context, input: Pick<ThingDuplicatesRequest, 'case' | 'thing'>): Promise<Thing[]> {
  if (input.thing !== undefined) return [await needThing(context, input.thing)]
  const { query } = context
  let asked = query.selectFrom('thing').select('id').orderBy('opened_at', 'desc').orderBy('id').limit(MOST_COMPARED)
  if (input.case !== undefined) {
    const within = await query.selectFrom('case_file').select('id').where('id', '=', input.case).executeTakeFirst()
    if (!within) throw new ProofmarkError('not_found', { what: input.case })
    asked = asked.where('id', 'in', thingsOfCase(context, within.id))
  }
  return [
    ...(
      await findThings(
        context,
        (await asked.execute()).map(({ id }) => id),
      )
    ).values(),
  ]
}

/** What too many share, in words where the reader may see whom it is said of. */
async function leftOutOf(context: Context, common: readonly CommonValue[], focus: readonly Thing[]) {
  const said = await valuesOf(
    context,
    focus.map(({ id }) => id),
  )
  return common.map(({ field, key, things }) => {
    const value = said.find((each) => each.key?.equals(key))
    const isPerson = focus.find(({ id }) => id === value?.thing)?.kind === 'person'
    return {
      field,
      value: isPerson ? null : (value?.value ?? null),
      things,
      most: MOST_SHARING,
      stated: value?.value ?? null,
    }
  })
}

/**
 * Which things may be one, and why; those that somebody judged with the verdict that stands. What the reader may not see changes
 * nothing: neither a pair nor how common a value is. Persons only for whoever may see them. Throws `not_found`.
 */
export async function compareThings(
  context: Context,
  { judged, ...input }: Omit<ThingDuplicatesRequest, 'grounds'>,
): Promise<Compared> {
  const sees = seesSubjects(context.reader)
  const focus = (await focusOf(context, input)).filter(({ kind }) => sees || kind !== 'person')
  const { pairs, common } = await thingsAlike(context, focus)
  const verdicts = standingVerdicts(
    await verdictsAbout(
      context,
      focus.map(({ id }) => id),
    ),
  ) as readonly JudgedBy[]
  const nameOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`)
  const verdictOf = new Map(verdicts.map((each) => [nameOf(each.first, each.second), each]))
  const names = new Set([...pairs.map(([one, other]) => nameOf(one, other)), ...(judged ? verdictOf.keys() : [])])
  const ids = [...new Set([...names].flatMap((name) => name.split(' ')))]
  const things = await findThings(context, ids)
  const facts = await factsOf(context, [...things.keys()])
  const labels = await labelsOf(context, things.values())
  const persons = [...things.values()].filter(({ kind }) => kind === 'person').map(({ id }) => id)
  const shown = await shownPersons(context, persons, false)
  const compared = (thing: Thing): ComparedThing => {
    const withheld = shown.withheld(thing)
    return { ...thing, withheld, label: withheld === null ? (labels.get(thing.id) ?? null) : null }
  }
  const leftOut = await leftOutOf(context, common, focus)
  const tooCommon = new Set(leftOut.map(({ field, stated }) => `${field} ${readValue(field, stated ?? '').form}`))
  const found = [...names].sort().flatMap((name): ComparedPair[] => {
    const [one, other] = name.split(' ').map((id) => things.get(id))
    if (!one || !other) return []
    const reasons = whyMayBeOne(facts.get(one.id)!, facts.get(other.id)!, tooCommon)
    const verdict = verdictOf.get(name) ?? null
    const [first, second] = [compared(one), compared(other)]
    const open = verdict === null || verdict.verdict === 'undecided'
    if ((open && reasons.length === 0) || (!open && !judged)) return []
    const blank = first.withheld !== null || second.withheld !== null
    return [{ first, second, reasons: blank ? reasons.map((each) => ({ ...each, said: [] })) : reasons, verdict }]
  })
  await context.audit({
    action: 'things.compared',
    subjects: [...new Set(found.flatMap(({ first, second }) => [first.id, second.id]))],
    body: { pairs: found.length },
  })
  return { pairs: found, leftOut: leftOut.map(({ stated: _, ...each }) => each) }
}
