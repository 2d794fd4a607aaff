import { setTimeout as sleep } from 'node:timers/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Ask } from '../../processes/channel.ts'
import { type PointerLine, readFrame } from './frame.ts'

/** Every answer comes after this time, whatever it says and however long it took, so that its moment tells nothing. */
export const ANSWER_AFTER_MS = 400

/** Asks the matching process about a saved item. Throws `unavailable` where it did not answer in time. */
export async function askMatch(ask: Ask, savedItem: string): Promise<PointerLine[]> {
  const [outcome] = await Promise.allSettled([
    ask('match', 'pointers', savedItem, ANSWER_AFTER_MS),
    sleep(ANSWER_AFTER_MS),
  ])
  if (outcome.status === 'rejected') throw new ProofmarkError('unavailable', {}, outcome.reason)
  return readFrame(Buffer.from(String(outcome.value)))
}
