import { setTimeout as sleep } from 'node:timers/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context, Run } from './context.ts'

const ATTEMPTS = 15
/** Those that met wait for different times, so that they do not meet again; longer each time, a second at most. */
const pauseBefore = (attempt: number): number => Math.random() * Math.min(1_000, 20 * 2 ** attempt)

/**
 * Runs a command that is safe to repeat, again where records were released or withdrawn in the moment since it was
 * settled what it sees. `run` resolves the reader's rights anew each time.
 */
export async function insist<Result>(run: Run, work: (context: Context) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    try {
      return await run(work)
    } catch (failure) {
      if (!(failure instanceof ProofmarkError) || failure.code !== 'records_moved') throw failure
      await sleep(pauseBefore(attempt))
    }
  }
  return run(work)
}
