import { type LookUpRefusal, REQUEST_ELEMENTS } from '@proofmark/contract/private-words'
import type { EvaluationRequest } from '@proofmark/contract/schemas/private-look-up'
import { sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { partnerAllows } from '../../policy/agreement.ts'
import { type Channel, findEpoch, isStopped } from '../queries/epochs.ts'
import { usageOf } from '../queries/usage.ts'
import { dayOf } from '../rules/epoch.ts'
import { type Alarm, judgeVolume, quotaOf, quotaOfAll } from '../rules/quotas.ts'

type Refused = LookUpRefusal | null

/** Why the request is not admitted; null where it was, and then it is counted, whatever becomes of it after. */
async function judge(context: Context, channel: Channel, request: EvaluationRequest): Promise<Refused> {
  const { kind, handle } = request
  const wanted = request.elements.length
  if (wanted !== REQUEST_ELEMENTS[kind]) return 'request_refused'
  const verdict = await partnerAllows(context, channel.partner, { what: 'data', dataClass: channel.dataClass })
  if (!verdict.allowed) return 'not_allowed'
  if (await isStopped(context, channel)) return 'stopped'
  const epoch = await findEpoch(context, channel, request.epoch)
  if (epoch?.stopped) return 'stopped'
  if (!epoch || epoch.ends <= context.now || epoch.begins > context.now) return 'epoch_over'
  // One at a time counts for a holder: two requests must not both find room for one.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`private ${channel.holder} ${kind}`}, 0))`.execute(
    context.query,
  )
  const used = await usageOf(context, channel, kind, context.now)
  const quota = quotaOf(verdict.partner.agreement?.terms ?? null, kind)
  const volume = judgeVolume(used, wanted, quota, quotaOfAll(kind))
  await raise(context, channel, request, volume.alarms)
  if (!volume.admitted) return 'quota_reached'
  const { numInsertedOrUpdatedRows } = await context.query
    .insertInto('private_evaluation')
    .values({
      partner: channel.partner,
      handle,
      epoch_id: epoch.id,
      kind,
      basis: request.basis,
      evaluations: wanted,
      at: context.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  // A handle is used once: what was sent again is another request, under another.
  if (numInsertedOrUpdatedRows === 0n) return 'request_refused'
  await count(context, channel, request)
  return null
}

async function count({ query, now }: Context, channel: Channel, { kind, elements }: EvaluationRequest): Promise<void> {
  const { holder, partner, dataClass } = channel
  await query
    .insertInto('private_count')
    .values({ holder, partner, data_class: dataClass, kind, day: dayOf(now), evaluations: elements.length })
    .onConflict((conflict) =>
      conflict
        .columns(['holder', 'partner', 'data_class', 'kind', 'day'])
        .doUpdateSet({ evaluations: sql<number>`private_count.evaluations + excluded.evaluations` }),
    )
    .execute()
}

/** Each alarm once a day. */
async function raise(
  { query, now }: Context,
  { holder, partner, dataClass }: Channel,
  { kind }: EvaluationRequest,
  alarms: readonly Alarm[],
): Promise<void> {
  for (const { rule, used, quota } of alarms) {
    await query
      .insertInto('private_alarm')
      .values({ holder, partner, data_class: dataClass, kind, rule, day: dayOf(now), used, quota })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/**
 * Decides whether a partner's request is evaluated, counts it, pads included, and logs it, all before it is answered.
 * Answers the reason where it is not; that is logged too, and nothing is counted.
 */
export async function admitEvaluation(
  context: Context,
  channel: Channel,
  request: EvaluationRequest,
): Promise<Refused> {
  const refusal = await judge(context, channel, request)
  const { handle, kind, basis, epoch, elements } = request
  const body = {
    partner: channel.partner,
    dataClass: channel.dataClass,
    kind,
    basis,
    epoch,
    evaluations: elements.length,
  }
  if (refusal === null) await context.audit({ action: 'private.evaluated', subjects: [handle], body })
  else
    await context.audit({
      action: 'private.refused',
      outcome: 'refused',
      subjects: [handle],
      body: { ...body, reason: refusal },
    })
  return refusal
}
