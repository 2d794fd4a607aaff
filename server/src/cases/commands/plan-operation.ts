import { OPERATION_LIMITS, type OperationKind } from '@proofmark/contract/deconfliction-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { askingCase } from '../queries/asking-case.ts'
import { askedKey } from '../rules/deconfliction-value.ts'
import type { Circle } from '../rules/operations-meet.ts'
import { countAsking } from './count-asking.ts'
import { withdrawStanding } from './withdraw-standing.ts'

export interface NewOperation {
  readonly id: string
  readonly kind: OperationKind
  readonly case: string
  readonly place?: string | undefined
  readonly point?: Circle | undefined
  readonly from: string
  readonly to: string
  readonly contact: string
  /** One that this stands in the place of. */
  readonly instead?: string | undefined
}

/** An operation that the matching process is to compare. */
export interface KeptOperation {
  readonly about: 'operation'
  readonly id: string
}

const DAY_MS = 86_400_000

function spanOf({ from, to }: NewOperation, now: Date): { readonly from: Date; readonly to: Date } {
  const span = { from: new Date(from), to: new Date(to) }
  const { days, ahead } = OPERATION_LIMITS
  const fits =
    span.from < span.to &&
    span.to > now &&
    span.to.getTime() - span.from.getTime() <= days * DAY_MS &&
    span.from.getTime() - now.getTime() <= ahead * DAY_MS
  if (!fits) throw new ProofmarkError('operation_time_wrong', { days, ahead })
  return span
}

/**
 * Keeps an operation, counts it and logs it, and withdraws the one in whose place it stands. Throws `operation_place_needed` without a point or a place that can be
 * read, `operation_time_wrong`, `deconfliction_too_often`, `deconfliction_id_used`, and what {@link askingCase} and
 * {@link withdrawStanding} throw.
 */
export async function planOperation(context: Context, operation: NewOperation): Promise<KeptOperation> {
  const { query, reader, now, recordSecret, audit } = context
  const { id, kind, place, point, contact } = operation
  const asked = await askingCase(context, operation.case)
  const key = place === undefined ? null : askedKey(recordSecret, 'address', place)
  if (key === null && point === undefined) throw new ProofmarkError('operation_place_needed')
  const { from, to } = spanOf(operation, now)
  const made = await query
    .insertInto('planned_operation')
    .values({
      ...{ id, vis: asked.vis, agency_id: asked.agency, case_id: asked.id, kind, place: place ?? null },
      key,
      ...{ latitude: point?.latitude ?? null, longitude: point?.longitude ?? null, radius: point?.radius ?? null },
      ...{ from_at: from, to_at: to, contact, planned_by: reader.account, planned_at: now },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) {
    const before = await query
      .selectFrom('planned_operation')
      .select(['case_id', 'planned_by', 'kind', 'place', 'from_at', 'to_at', 'contact', 'withdrawn_at'])
      .select(['latitude', 'longitude', 'radius'])
      .where('id', '=', id)
      .executeTakeFirst()
    const same =
      before?.case_id === asked.id &&
      before.planned_by === reader.account &&
      before.kind === kind &&
      before.place === (place ?? null) &&
      before.from_at.getTime() === from.getTime() &&
      before.to_at.getTime() === to.getTime() &&
      before.contact === contact &&
      before.latitude === (point?.latitude ?? null) &&
      before.longitude === (point?.longitude ?? null) &&
      before.radius === (point?.radius ?? null) &&
      before.withdrawn_at === null
    if (!same) throw new ProofmarkError('deconfliction_id_used', { id })
  } else await countAsking(context, 'operation', asked.agency)
  if (operation.instead !== undefined) await withdrawStanding(context, 'planned_operation', operation.instead)
  await audit({
    action: 'operation.planned',
    subjects: [asked.id, id],
    body: {
      kind,
      place: place ?? null,
      point: point ? `${point.latitude}, ${point.longitude}, ${point.radius} m` : null,
      from: from.toISOString(),
      to: to.toISOString(),
    },
  })
  return { about: 'operation', id }
}
