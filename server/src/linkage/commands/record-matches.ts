import { ProofmarkError } from '@proofmark/contract/errors'
import { READERS } from '@proofmark/contract/route'
import type { Balance } from '@proofmark/matching/balance'
import type { Line } from '@proofmark/matching/line'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { maySecond, mayWithdraw } from '../policy/judgement.ts'
import { type CandidateDetails, candidateDetails } from '../queries/candidates.ts'
import { judgementsOfRecord, type NamedJudgement } from '../queries/judgements-of-pair.ts'
import { neighbourhood } from '../queries/neighbourhood.ts'
import { balanceFor } from '../queries/standing-balance.ts'
import { groupsOf } from '../rules/items.ts'
import type { LinkedRecord } from '../rules/pair.ts'
import { linesOfPair } from '../rules/pair-evidence.ts'
import { type JudgedRow, judgedRows } from '../rules/standing-judgement.ts'
import type { WeighedPair } from '../rules/weigh-pairs.ts'

/** A verdict with what the reader may do about it. */
export type OpenJudgement = JudgedRow<NamedJudgement> & { readonly withdrawable: boolean; readonly secondable: boolean }

export interface RecordMatch {
  readonly pair: WeighedPair
  readonly other: LinkedRecord
  readonly details: CandidateDetails
  readonly together: boolean
  readonly lines: readonly Line[]
  /** By which the lines were measured. */
  readonly balance: Balance
  readonly judgements: readonly OpenJudgement[]
}

export interface RecordMatches {
  readonly item: string
  /** The record that was asked for. */
  readonly own: LinkedRecord
  readonly matches: readonly RecordMatch[]
}

/** What of a verdict is open to the reader. */
export function openTo({ reader }: Context, judged: JudgedRow<NamedJudgement>): OpenJudgement {
  const gone = judged.state === 'withdrawn'
  return {
    ...judged,
    withdrawable: !gone && mayWithdraw(reader, judged),
    secondable: judged.state === 'waiting' && maySecond(reader, judged),
  }
}

/**
 * The records that may be of one firearm with this one, as this reader has it: what speaks for each and against, and
 * what was judged. Likeliest first; `also` one that is no match for this reader, where it is a pair at all. Throws `role_needed`
 * and `not_found`.
 */
export async function recordMatches(context: Context, record: string, also?: string): Promise<RecordMatches> {
  needRole(context.reader, READERS)
  const { records, pairs } = await neighbourhood(context, [record])
  const own = records.get(record)
  if (!own) throw new ProofmarkError('not_found', { what: record })
  const groups = groupsOf(records, pairs)
  const shown = pairs
    .filter((pair) => pair.record === record && (pair.verdict !== null || pair.judged !== null || pair.other === also))
    .sort((a, b) => b.probability - a.probability || (a.other < b.other ? -1 : 1))
  const others = shown.map(({ other }) => other)
  const details = await candidateDetails(context, others)
  const judgements = await judgementsOfRecord(context, record)
  const group = groups.get(record) ?? [record]
  const standing = await balanceFor(context)
  const matches = shown.flatMap((pair): RecordMatch[] => {
    const [other, detail] = [records.get(pair.other), details.get(pair.other)]
    if (!other || !detail) return []
    const rows = judgements.get(pair.other) ?? []
    const balance = standing.between(own.kind, other.kind)
    const about = (what: NamedJudgement['about']) => judgedRows(rows.filter((row) => row.about === what))
    return [
      {
        pair,
        other,
        details: detail,
        together: group.includes(pair.other),
        lines: linesOfPair(own, other, standing),
        balance,
        judgements: [...about('firearm'), ...about('recovery')].map((each) => openTo(context, each)),
      },
    ]
  })
  await context.audit({
    action: 'matches.listed',
    subjects: [record, ...matches.map(({ pair }) => pair.other)],
    body: { matches: matches.length },
  })
  return { item: group[0]!, own, matches }
}
