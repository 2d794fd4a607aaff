import { ProofmarkError } from '@proofmark/contract/errors'
import type { CorrectionAct } from '@proofmark/contract/exchange-words'
import { TRACERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { takeBackTold } from '../../records/commands/take-back-told.ts'
import { touchedTraces } from '../queries/received-corrections.ts'
import { tracesById } from '../queries/traces.ts'
import { holdTrace, keepFinding } from './write-trace.ts'

export interface SettledCorrection {
  readonly trace: string
  readonly partner: string
  /** The correction. */
  readonly message: string
  readonly act: CorrectionAct
  readonly note: string
}

/**
 * A person says what is done at a trace about a partner's correction. `taken_back` does it: the records that came of what
 * was corrected stand no longer, and the life of the firearm is judged anew. Throws `role_needed`, `not_found`,
 * `correction_not_ours` where the trace rests on nothing of it, `correction_settled`.
 */
export async function settleCorrection(context: Context, settled: SettledCorrection): Promise<void> {
  needRole(context.reader, TRACERS)
  const { trace: id, partner, message, act, note } = settled
  const trace = await holdTrace(context, id)
  const touched = (await touchedTraces(context, { partner, message })).find((each) => each.trace === id)
  if (!touched) throw new ProofmarkError('correction_not_ours', { trace: id })
  if (touched.settled) throw new ProofmarkError('correction_settled')
  const { query, reader, audit } = context
  await query
    .insertInto('correction_settlement')
    .values({ trace_id: id, partner, message, vis: trace.vis, act, note, settled_by: reader.account })
    .execute()
  if (act === 'taken_back' && (await takeBackTold(context, touched.versions)) > 0) {
    const now = (await tracesById(context, [id])).get(id)
    if (now) await keepFinding(context, now, 'replied')
  }
  await audit({ action: 'correction.settled', subjects: [id, ...touched.records], body: { partner, act, note } })
}
