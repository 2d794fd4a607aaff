import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type { FindingSaid, traceShown } from '@proofmark/contract/schemas/trace-shown'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { judge } from '../../linkage/commands/judge.ts'
import { withdrawJudgement } from '../../linkage/commands/withdraw-judgement.ts'
import type { GivenVerdict } from '../../store/trace-tables.ts'
import { judgedLife, keptOf } from '../queries/judged-life.ts'
import { movedFinding } from '../queries/moved-finding.ts'
import { findingsOf, repliesOf } from '../queries/trace-parts.ts'
import type { Trace } from '../queries/traces.ts'
import { holdTrace } from './write-trace.ts'

interface ConfirmInput {
  readonly trace: string
}
type Occasion = Extract<z.infer<typeof traceShown>['findings'][number]['occasion'], 'confirmed' | 'taken_back'>

interface Keeping {
  readonly occasion: Occasion
  readonly finding: FindingSaid
  readonly verdicts: readonly GivenVerdict[] | null
}

async function keep({ client, reader }: Context, { id, vis }: Trace, { occasion, finding, verdicts }: Keeping) {
  await client.query(
    `INSERT INTO trace_finding (request_id, number, vis, occasion, finding, kept_by, verdicts)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6 FROM trace_finding WHERE request_id = $1`,
    [id, vis, occasion, JSON.stringify(finding), reader.account, verdicts === null ? null : JSON.stringify(verdicts)],
  )
}

/** Says in the reader's name that what a node told is of the firearm that was asked about. */
async function judgeTold(context: Context, { id, records: [asked] }: Trace, told: readonly string[]) {
  const given: GivenVerdict[] = []
  for (const record of asked === undefined ? [] : told) {
    const verdict = { about: 'firearm', verdict: 'same', reason: `Trace ${id}` } as const
    const { number } = await judge(context, { id: randomUUID(), record: asked!, other: record, ...verdict })
    given.push({ record: asked!, other: record, number })
  }
  return given
}

/**
 * Confirms the finding as the life is judged now: what a node told is said to be of the firearm asked about, and the finding
 * that was kept moves, with the person's name. What stood before stays on record. Throws `role_needed`, `not_found`,
 * `trace_nothing_moved`.
 */
export async function confirmFinding(context: Context, input: ConfirmInput): Promise<string> {
  needRole(context.reader, TRACERS)
  const trace = await holdTrace(context, input.trace)
  const findings = await findingsOf(context, trace.id)
  const moved = await movedFinding(context, trace, findings, await repliesOf(context, trace.id))
  const [asked] = trace.records
  if (moved === null || asked === undefined) throw new ProofmarkError('trace_nothing_moved')
  const verdicts = await judgeTold(context, trace, moved.unjudged)
  const finding = keptOf(await judgedLife(context, asked))
  await keep(context, trace, { occasion: 'confirmed', finding, verdicts })
  await context.audit({
    action: 'trace.finding_confirmed',
    subjects: [trace.id, asked, ...moved.unjudged],
    body: { status: finding.status, before: findings.at(-1)?.finding.status ?? null, records: finding.records },
  })
  return trace.id
}

/**
 * Takes the last confirmation back, with the verdicts that were given with it: what was kept before it stands again. Throws
 * `role_needed`, `not_found`, `trace_nothing_confirmed`, `judgement_not_yours`.
 */
export async function takeBackFinding(context: Context, input: ConfirmInput): Promise<string> {
  needRole(context.reader, TRACERS)
  const trace = await holdTrace(context, input.trace)
  const findings = await findingsOf(context, trace.id)
  const [last, before] = [findings.at(-1), findings.at(-2)]
  if (last?.occasion !== 'confirmed' || before === undefined) throw new ProofmarkError('trace_nothing_confirmed')
  for (const verdict of last.verdicts) await withdrawJudgement(context, { id: randomUUID(), ...verdict })
  await keep(context, trace, { occasion: 'taken_back', finding: before.finding, verdicts: null })
  await context.audit({
    action: 'trace.finding_taken_back',
    subjects: [trace.id, ...trace.records],
    body: { status: before.finding.status, before: last.finding.status },
  })
  return trace.id
}
