import { ProofmarkError } from '@proofmark/contract/errors'
import type { FindingSaid } from '@proofmark/contract/schemas/trace-shown'
import type { Context } from '../../access/context.ts'
import { itemOf } from '../../linkage/queries/item-of.ts'
import { isSameFinding } from '../rules/requests/same-finding.ts'
import { judgedLife, keptOf } from './judged-life.ts'
import type { KeptReply, StoredFinding } from './trace-parts.ts'
import type { Trace } from './traces.ts'

/** How the life is judged now, beside what was kept of it. */
export interface MovedFinding {
  readonly now: FindingSaid
  /** Records of replies of which no person has said yet that they are of this firearm. */
  readonly unjudged: readonly string[]
}

const ofHiddenRecord = (failure: unknown): null => {
  if (failure instanceof ProofmarkError && failure.code === 'not_found') return null
  throw failure
}

/** Those of the replies' records that only the model, or nothing, has joined to the record asked about. */
async function unjudgedOf(context: Context, asked: string, replies: readonly KeptReply[]): Promise<string[]> {
  const told = new Set(replies.filter(({ door }) => door === 'node').flatMap(({ records }) => records))
  if (told.size === 0) return []
  const { members } = await itemOf(context, asked)
  const judged = new Set(members.flatMap(({ record, link }) => (link === 'working' ? [] : [record])))
  return [...told].filter((record) => !judged.has(record)).sort()
}

/**
 * What a person has to confirm about a request that was answered or closed: that the life is judged otherwise than what was
 * kept last, or what a node told of its firearm. Null where there is nothing, or where the record is not to be seen any more.
 */
export async function movedFinding(
  context: Context,
  { records: [asked], direction }: Pick<Trace, 'records' | 'direction'>,
  findings: readonly StoredFinding[],
  replies: readonly KeptReply[],
): Promise<MovedFinding | null> {
  const kept = findings.at(-1)
  const moves = findings.some(({ occasion }) => occasion === 'replied' || occasion === 'closed')
  if (direction === 'incoming' || asked === undefined || kept === undefined || !moves) return null
  const now = await judgedLife(context, asked).then(keptOf, ofHiddenRecord)
  if (now === null) return null
  const unjudged = await unjudgedOf(context, asked, replies)
  return unjudged.length === 0 && isSameFinding(kept.finding, now) ? null : { now, unjudged }
}
