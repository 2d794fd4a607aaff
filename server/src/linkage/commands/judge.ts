import { ProofmarkError } from '@proofmark/contract/errors'
import { type EventKind, RECOVERIES } from '@proofmark/domain/event-kind'
import type { Context } from '../../access/context.ts'
import { needJudge } from '../policy/judgement.ts'
import { judgementsOfPair, type NamedJudgement } from '../queries/judgements-of-pair.ts'
import { type JudgedRow, judgedRows, type Verdict } from '../rules/standing-judgement.ts'
import {
  holdPair,
  type JudgedPair,
  type NewJudgement,
  sentBefore,
  verdictNow,
  writeJudgement,
} from './write-judgement.ts'

export interface Judge {
  readonly id: string
  readonly record: string
  readonly other: string
  readonly about: 'firearm' | 'recovery'
  readonly verdict: Verdict
  readonly reason?: string | undefined
  /** Names the decision over many pairs that it is part of. */
  readonly bulk?: string | undefined
}

/** Only of two recoveries can it be asked whether they are one. Throws `judgement_no_recovery`. */
async function needRecoveries({ client }: Context, { record, other }: JudgedPair): Promise<void> {
  const { rows } = await client.query<{ event: EventKind; key: string }>(
    `SELECT v.event, r.source_key AS key FROM record r
     JOIN record_version v ON v.record_id = r.id AND v.version = r.version WHERE r.id = ANY ($1::uuid[])`,
    [[record.record, other.record]],
  )
  const none = rows.find(({ event }) => !RECOVERIES.has(event))
  if (none) throw new ProofmarkError('judgement_no_recovery', { key: none.key })
}

/** Whoever was asked for a verdict of their own has given it, and whoever of their agency had the pair has it no longer. */
async function settleRequests({ client, reader }: Context, { record, other }: JudgedPair, number: string) {
  const ends = [record.record, other.record]
  await client.query(
    `UPDATE second_opinion SET given_number = $3
     WHERE record_id = ANY ($1::uuid[]) AND other_id = ANY ($1::uuid[]) AND asked_of = $2 AND given_number IS NULL`,
    [ends, reader.account, number],
  )
  await client.query(
    'DELETE FROM review_assignment WHERE record_id = ANY ($1::uuid[]) AND other_id = ANY ($1::uuid[]) AND agency_id = $2',
    [ends, reader.agency?.id ?? null],
  )
}

/**
 * Judges what two records are to each other, in the name of the reader. Nothing that was judged before is changed; where
 * a source of either record demands it, the verdict waits for a second person. The same judgement sent again changes
 * nothing. Throws `role_needed`, `not_found`, `judgement_of_itself`, `judgement_no_recovery`, `judgement_id_used`.
 */
export async function judge(context: Context, input: Judge): Promise<JudgedRow<NamedJudgement>> {
  needJudge(context.reader)
  return judgeOwnWork(context, input)
}

/** The same for a command that has settled who may say it: an examiner says which exhibit they had before them. */
export async function judgeOwnWork(context: Context, input: Judge): Promise<JudgedRow<NamedJudgement>> {
  const pair = await holdPair(context, input)
  const { record, other } = pair
  const { id, about, verdict, reason } = input
  if (about === 'recovery') await needRecoveries(context, pair)
  const judgement: NewJudgement = {
    id,
    about,
    kind: 'verdict',
    verdict,
    component: verdict === 'component-of' ? record.record : null,
    ofNumber: null,
    needsSecond: record.fourEyes || other.fourEyes,
    reason: reason ?? null,
    bulk: input.bulk ?? null,
  }
  const before = sentBefore(context, pair, judgement)
  if (before) return verdictNow(context, pair, before.number)
  const number = await writeJudgement(context, pair, judgement)
  if (about === 'firearm') await settleRequests(context, pair, number)
  const made = await verdictNow(context, pair, number)
  await context.audit({
    action: 'judgement.made',
    subjects: [record.record, other.record],
    body: { about, verdict, waits: made.state === 'waiting' },
  })
  return made
}

/** The last verdict of another person on the same pair that came before this one and was not taken back; null where none did. */
export async function judgedBefore(
  context: Context,
  { record, other, number, about, judgedBy }: JudgedRow<NamedJudgement>,
): Promise<JudgedRow<NamedJudgement> | null> {
  const rows = await judgementsOfPair(context, record, other)
  const judged = judgedRows(rows.filter((row) => row.about === about))
  const earlier = judged.filter((row) => row.state !== 'withdrawn' && BigInt(row.number) < BigInt(number))
  return earlier.find((row) => row.judgedBy !== judgedBy) ?? null
}
