import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { maySecond, mayWithdraw, needJudge } from '../policy/judgement.ts'
import type { NamedJudgement } from '../queries/judgements-of-pair.ts'
import type { JudgedRow } from '../rules/standing-judgement.ts'
import {
  holdPair,
  type JudgedPair,
  type NewJudgement,
  sentBefore,
  verdictNow,
  verdictNumbered,
  writeJudgement,
} from './write-judgement.ts'

/** About a verdict that was made: which one, and under which identifier what is said of it is kept. */
export interface AboutJudgement {
  readonly id: string
  readonly record: string
  readonly other: string
  readonly number: string
  readonly reason?: string | undefined
}

const rowAbout = (
  { id, number, reason }: AboutJudgement,
  { about }: JudgedRow<NamedJudgement>,
  kind: NewJudgement['kind'],
): NewJudgement => ({
  id,
  about,
  kind,
  verdict: null,
  component: null,
  ofNumber: number,
  needsSecond: false,
  reason: reason ?? null,
  bulk: null,
})

async function write(
  context: Context,
  pair: JudgedPair,
  row: NewJudgement,
  action: 'judgement.withdrawn' | 'judgement.seconded',
  { number, about, verdict }: JudgedRow<NamedJudgement>,
): Promise<JudgedRow<NamedJudgement>> {
  await writeJudgement(context, pair, row)
  await context.audit({
    action,
    subjects: [pair.record.record, pair.other.record],
    body: { about, verdict },
  })
  return verdictNow(context, pair, number)
}

/**
 * Takes a verdict back: it stays on record, and what stood before it stands again. One that was taken back already stays
 * so. Throws `role_needed`, `not_found`, `judgement_not_yours`, `judgement_id_used`.
 */
export async function withdrawJudgement(context: Context, input: AboutJudgement): Promise<JudgedRow<NamedJudgement>> {
  needJudge(context.reader)
  const pair = await holdPair(context, input)
  const verdict = verdictNumbered(pair.rows, input.number)
  if (!mayWithdraw(context.reader, verdict)) throw new ProofmarkError('judgement_not_yours')
  const row = rowAbout(input, verdict, 'withdrawal')
  if (sentBefore(context, pair, row) || verdict.state === 'withdrawn') return verdict
  return write(context, pair, row, 'judgement.withdrawn', verdict)
}

/**
 * Confirms a verdict as the second person whom a source demands: from now on it counts. Throws `role_needed`,
 * `not_found`, `judgement_own` for one's own, `judgement_not_waiting`, `judgement_id_used`.
 */
export async function secondJudgement(context: Context, input: AboutJudgement): Promise<JudgedRow<NamedJudgement>> {
  needJudge(context.reader)
  const pair = await holdPair(context, input)
  const verdict = verdictNumbered(pair.rows, input.number)
  if (!maySecond(context.reader, verdict)) throw new ProofmarkError('judgement_own')
  const row = rowAbout(input, verdict, 'second')
  if (sentBefore(context, pair, row)) return verdict
  if (verdict.state !== 'waiting') throw new ProofmarkError('judgement_not_waiting')
  return write(context, pair, row, 'judgement.seconded', verdict)
}
