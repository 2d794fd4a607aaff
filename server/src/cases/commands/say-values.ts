import { ProofmarkError } from '@proofmark/contract/errors'
import type { ThingSaid, ValueSaid } from '@proofmark/contract/schemas/thing'
import { FIELDS_OF_KIND } from '@proofmark/contract/thing-words'
import { scriptOf } from '@proofmark/domain/identifiers/person-name'
import { readValue } from '@proofmark/domain/identifiers/read-value'
import type { Context } from '../../access/context.ts'
import { needSightOf } from '../policy/subjects.ts'
import { needOpenCase } from '../queries/asking-case.ts'
import { caseOfCompartment, keptAs } from '../queries/thing-place.ts'
import { needThing, type Thing, valuesOf } from '../queries/things.ts'
import { protectedAmong } from '../queries/ties.ts'
import { reviewDay } from '../rules/review-day.ts'
import { valueKey } from '../rules/value-key.ts'
import { sayOnce } from './hold-case.ts'
import { needClass, placeBeside } from './place-thing.ts'

/** Throws `thing_field_unfit` for a field that is not of this kind. */
export function needFields(kind: Thing['kind'], values: readonly Pick<ValueSaid, 'field'>[]): void {
  const accepted = FIELDS_OF_KIND[kind]
  const wrong = values.find(({ field }) => !accepted.includes(field))
  if (wrong) throw new ProofmarkError('thing_field_unfit', { kind, field: wrong.field, accepted: accepted.join(', ') })
}

/** Throws `not_found` for a record that the reader does not see. */
export async function needRecords({ query }: Context, records: readonly string[]): Promise<void> {
  if (records.length === 0) return
  const wanted = [...new Set(records.map((each) => each.toLowerCase()))]
  const found = await query.selectFrom('record').select('id').where('id', 'in', wanted).execute()
  const missing = wanted.find((each) => !found.some(({ id }) => id === each))
  if (missing !== undefined) throw new ProofmarkError('not_found', { what: missing })
}

export async function isErased({ query }: Context, thing: string): Promise<boolean> {
  const found = await query
    .selectFrom('thing_erasure')
    .select('thing_id')
    .where('thing_id', '=', thing)
    .executeTakeFirst()
  return found !== undefined
}

const ORIGINS = ['source', 'record', 'country', 'on', 'fileName', 'capturedAt', 'evaluation'] as const

/** What stands beside the value: what was said with it, in which script it is, and what looks wrong. */
function besideValue(value: ValueSaid): Record<string, unknown> {
  const said = Object.fromEntries(ORIGINS.flatMap((each) => (value[each] === undefined ? [] : [[each, value[each]]])))
  const { hint } = readValue(value.field, value.value)
  const script = value.field === 'name' || value.field === 'alias' ? { script: scriptOf(value.value) } : {}
  return { ...said, ...script, ...(hint ? { hint } : {}) }
}

/** Writes values in this class, each once. Throws `thing_id_used` where an identifier stands for something else. */
export async function writeValues(
  context: Context,
  thing: Pick<Thing, 'id' | 'kind'>,
  vis: number,
  values: readonly ValueSaid[],
): Promise<ThingSaid> {
  const { query, reader, now, recordSecret } = context
  await sayOnce(context, `thing ${thing.id}`)
  const known = new Map((await valuesOf(context, [thing.id])).map((each) => [each.id, each]))
  const isPerson = thing.kind === 'person'
  const guarded = isPerson && (await protectedAmong(context, [thing.id])).has(thing.id)
  await needRecords(
    context,
    values.flatMap(({ record }) => record ?? []),
  )
  for (const value of values) {
    const id = value.id.toLowerCase()
    const before = known.get(id)
    if (before) {
      if (before.field !== value.field || before.value !== value.value || before.by !== reader.account)
        throw new ProofmarkError('thing_id_used', { id })
      continue
    }
    const reviewOn = isPerson || value.reviewOn !== undefined ? reviewDay(value.reviewOn, now, guarded) : null
    const written = await query
      .insertInto('thing_value')
      .values({
        ...{ thing_id: thing.id, id, vis, field: value.field, value: value.value, standing: value.standing },
        key: valueKey(recordSecret, value.field, value.value),
        said: JSON.stringify(besideValue(value)),
        ...{ review_on: reviewOn, said_by: reader.account },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (written.numInsertedOrUpdatedRows === 0n) throw new ProofmarkError('thing_id_used', { id })
  }
  const hints = values.flatMap(({ id, field, value }) => {
    const { hint } = readValue(field, value)
    return hint ? [{ value: id, field, hint }] : []
  })
  return { thing: thing.id, hints }
}

export interface SayInput {
  readonly thing: string
  readonly values: readonly ValueSaid[]
}

/** The class of what the reader says of this thing, to be asked for in a transaction of its own. Throws as `sayValues`. */
export async function placeOfValues(context: Context, { thing }: Pick<SayInput, 'thing'>): Promise<number> {
  const { vis } = await needThing(context, thing)
  return placeBeside(context, (await keptAs(context, [vis])).get(vis)!)
}

/**
 * Says more of a thing, beside what was said. Of a person only by whoever may see persons. Throws `not_found`, `role_needed`,
 * `case_part_needed`, `case_not_open`, `not_your_agency`, `role_needs_agency`, `thing_field_unfit`, `thing_erased`, `thing_id_used`,
 * `review_too_late` and `records_moved`.
 */
export async function sayValues(context: Context, input: SayInput): Promise<ThingSaid> {
  const thing = await needThing(context, input.thing)
  needSightOf(context.reader, thing.kind)
  needFields(thing.kind, input.values)
  const vis = needClass(context, await placeOfValues(context, input))
  const { compartment } = (await keptAs(context, [vis])).get(vis)!
  const within = compartment === null ? null : await caseOfCompartment(context, compartment)
  if (within !== null) await needOpenCase(context, within)
  if (await isErased(context, thing.id)) throw new ProofmarkError('thing_erased', { thing: thing.id })
  const said = await writeValues(context, thing, vis, input.values)
  await context.audit({
    action: 'thing.said',
    subjects: [thing.id],
    body: { fields: input.values.map(({ field }) => field) },
  })
  return said
}
