import { setTimeout as sleep } from 'node:timers/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context, Run } from '../../access/context.ts'

/** PostgreSQL went away, is coming up, or broke the transaction off for another's sake (SQLSTATE classes 08, 57P, 40). */
const PASSING = /^(?:08|57P0|40001|40P01)/
const LOST = /Connection terminated|ECONNRESET|ECONNREFUSED|EPIPE|timeout exceeded when trying to connect/
const WAITS_MS = [250, 1_000, 4_000]

function passes(failure: unknown): boolean {
  // Records were released while it began: the next attempt sees them where they are.
  if (failure instanceof ProofmarkError) return failure.code === 'records_moved'
  if (!(failure instanceof Error)) return false
  const code = (failure as NodeJS.ErrnoException).code ?? ''
  return PASSING.test(code) || LOST.test(code) || LOST.test(failure.message)
}

/**
 * Runs a command that is safe to repeat, again where the connection broke, whose commit may have been made and not been
 * heard of, or where somebody was in its way. After some seconds the failure is the caller's.
 */
export async function untilCommitted<Result>(run: Run, work: (context: Context) => Promise<Result>): Promise<Result> {
  for (const wait of WAITS_MS) {
    try {
      return await run(work)
    } catch (failure) {
      if (!passes(failure)) throw failure
      await sleep(wait)
    }
  }
  return run(work)
}
