import { ProofmarkError } from '@proofmark/contract/errors'
import type { ThingAddRequest, ThingSaid } from '@proofmark/contract/schemas/thing'
import type { Context } from '../../access/context.ts'
import { needSightOf } from '../policy/subjects.ts'
import { needOpenCase } from '../queries/asking-case.ts'
import { keptAs } from '../queries/thing-place.ts'
import { findThings } from '../queries/things.ts'
import { caseTieId } from '../rules/derived-tie.ts'
import { sayOnce } from './hold-case.ts'
import { needClass, placeThing } from './place-thing.ts'
import { saySubject } from './say-subject.ts'
import { needFields, writeValues } from './say-values.ts'
import { writeTie } from './write-tie.ts'

export type AddThing = Omit<ThingAddRequest, 'grounds'>

/** The class that a thing will bear, to be asked for in a transaction of its own. Throws as `addThing`. */
export const placeOfThing = async (context: Context, { case: within, compartment, kept }: AddThing): Promise<number> =>
  placeThing(context, within === undefined ? { kept } : { case: within, compartment })

function needSubject({ kind, case: within, subject }: AddThing): void {
  const wanted = kind === 'person' && within !== undefined
  if (wanted && subject === undefined)
    throw new ProofmarkError('body_invalid', { field: 'subject', expected: 'present' })
  if (!wanted && subject !== undefined && !(kind === 'organisation' && within !== undefined))
    throw new ProofmarkError('body_invalid', { field: 'subject', expected: 'known' })
}

/** Was it recorded before? Throws `thing_id_used` where the identifier stands for another thing. */
async function recordedBefore(context: Context, input: AddThing, id: string): Promise<boolean> {
  const known = (await findThings(context, [id])).get(id)
  if (!known) return false
  if (known.kind !== input.kind || known.case !== (input.case?.toLowerCase() ?? null))
    throw new ProofmarkError('thing_id_used', { id })
  return true
}

/**
 * Records a thing with what is said of it, in a case or outside of one. A person in a case is there as somebody: suspect, witness,
 * another. Throws `role_needed`, `not_found`, `case_part_needed`, `case_not_open`, `role_needs_agency`, `thing_field_unfit`, `thing_id_used`,
 * `subject_needs_reason`, `review_too_late`, `body_invalid` and `records_moved`.
 */
export async function addThing(context: Context, input: AddThing): Promise<ThingSaid> {
  const { query, reader, audit } = context
  const { kind, subject, values } = input
  const [id, within] = [input.id.toLowerCase(), input.case?.toLowerCase() ?? null]
  needSightOf(reader, kind)
  needFields(kind, values)
  needSubject(input)
  const vis = needClass(context, await placeOfThing(context, input))
  const { agency } = (await keptAs(context, [vis])).get(vis)!
  if (within !== null) await needOpenCase(context, within)
  await sayOnce(context, `thing ${id}`)
  const before = await recordedBefore(context, input, id)
  if (!before) {
    const written = await query
      .insertInto('thing')
      .values({ id, kind, agency_id: agency, vis, case_id: within, opened_by: reader.account })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (written.numInsertedOrUpdatedRows === 0n) throw new ProofmarkError('thing_id_used', { id })
    if (within !== null)
      await writeTie(context, {
        ...{ id: caseTieId(id, within), from: { kind, id }, to: { kind: 'case', id: within }, relation: 'in_case' },
        ...{ standing: 'fact', vis, case: within, agency },
      })
  }
  if (subject && within !== null && (kind === 'person' || kind === 'organisation'))
    await saySubject(context, {
      ...subject,
      tie: subject.tie.toLowerCase(),
      thing: id,
      kind,
      case: within,
      vis,
      agency,
    })
  const said = await writeValues(context, { id, kind }, vis, values)
  if (!before)
    await audit({
      action: 'thing.recorded',
      subjects: within === null ? [id] : [id, within],
      body: { kind, case: within, category: subject?.category ?? null },
    })
  return said
}
