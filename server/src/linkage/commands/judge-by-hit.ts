import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { recordId } from '../../records/rules/record-id.ts'
import { judgedRows } from '../rules/standing-judgement.ts'
import { holdPair, type JudgedPair, writeJudgement } from './write-judgement.ts'

export interface HitJudgement {
  readonly record: string
  readonly other: string
  /** Is the hit confirmed and standing? */
  readonly stands: boolean
  readonly reason: string
}

/** The identifier of what a hit says of two records, for the so-many-th row that is written of them. */
const nameOf = ({ recordSecret }: Context, { record, other }: JudgedPair, rows: number): string =>
  recordId(recordSecret, 'judged by hit', `${[record.record, other.record].sort().join(' ')} ${rows}`)

/**
 * Judges two records to be of one firearm because an examiner matched what it fired and a second person verified that, or
 * withdraws what was judged so; done already, it does nothing. No role of a desk is asked: the hit had an examiner and a
 * verifier. False where the reader does not see both records, and nothing is judged.
 */
export async function judgeByHit(context: Context, { record, other, stands, reason }: HitJudgement): Promise<boolean> {
  const pair = await holdPair(context, { record, other }).catch((failure: unknown) => {
    if (failure instanceof ProofmarkError && failure.code === 'not_found') return null
    throw failure
  })
  if (pair === null) return false
  const { rows } = pair
  const names = new Set(rows.map((_, place) => nameOf(context, pair, place)))
  const ours = judgedRows(rows.filter(({ about }) => about === 'firearm')).filter(
    ({ id, state }) => names.has(id) && state !== 'withdrawn',
  )
  const written = { id: nameOf(context, pair, rows.length), about: 'firearm', component: null, bulk: null } as const
  const said = { ...written, needsSecond: false, reason: reason.slice(0, 500) }
  const subjects = [record, other]
  if (stands && ours.length === 0) {
    await writeJudgement(context, pair, { ...said, kind: 'verdict', verdict: 'same', ofNumber: null })
    await context.audit({
      action: 'judgement.made',
      subjects,
      body: { about: 'firearm', verdict: 'same', waits: false },
    })
  }
  const standing = ours[0]
  if (!stands && standing) {
    await writeJudgement(context, pair, { ...said, kind: 'withdrawal', verdict: null, ofNumber: standing.number })
    await context.audit({
      action: 'judgement.withdrawn',
      subjects,
      body: { about: 'firearm', verdict: 'same' },
    })
  }
  return true
}
