import { setTimeout as sleep } from 'node:timers/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Ask } from '../../processes/channel.ts'

/** A question that is kept, and for how many exhibits clearance is asked. */
export interface KeptClearance {
  readonly question: string
  readonly exhibits: number
}
/** Fulfils once the matching process has written down what it answers. */
export type AskClearance = (kept: KeptClearance) => Promise<void>

/** An answer comes after so long, and so much longer for each exhibit, whatever it says: its moment tells nothing. */
const [AFTER_MS, EACH_MS] = [400, 4]
export const answerAfter = (exhibits: number): number => AFTER_MS + EACH_MS * exhibits

/** What travels back over the pipe, always: the answer itself is a row that the keeper's row security shows. */
export const ANSWERED = 'answered'

/** Asks the matching process. Throws `unavailable` where it did not answer in time: then the same may be asked again. */
export async function askClearanceOver(ask: Ask, { question, exhibits }: KeptClearance): Promise<void> {
  const after = answerAfter(exhibits)
  const [outcome] = await Promise.allSettled([ask('match', 'clearance', question, after), sleep(after)])
  if (outcome.status === 'rejected') throw new ProofmarkError('unavailable', {}, outcome.reason)
}
