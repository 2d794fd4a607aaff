import { setTimeout as sleep } from 'node:timers/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Ask } from '../../processes/channel.ts'
import type { KeptQuestion } from '../commands/ask-deconfliction.ts'
import type { KeptIntroduction } from '../commands/introduce.ts'
import type { KeptOperation } from '../commands/plan-operation.ts'
import { type ContactLine, readFrame } from './frame.ts'

/** What the matching process compares: something that is kept, by its identifier. */
export type Compared = KeptQuestion | KeptOperation | KeptIntroduction
export type AskDeconfliction = (compared: Compared) => Promise<ContactLine[]>

/** Every answer comes after this time, whatever it says and however long it took, so that its moment tells nothing. */
export const ANSWER_AFTER_MS = 400

/** Asks the matching process. Throws `unavailable` where it did not answer in time: then the same may be sent again. */
export async function askDeconflictionOver(ask: Ask, compared: Compared): Promise<ContactLine[]> {
  const [outcome] = await Promise.allSettled([
    ask('match', 'deconfliction', compared, ANSWER_AFTER_MS),
    sleep(ANSWER_AFTER_MS),
  ])
  if (outcome.status === 'rejected') throw new ProofmarkError('unavailable', {}, outcome.reason)
  return readFrame(Buffer.from(String(outcome.value)))
}
