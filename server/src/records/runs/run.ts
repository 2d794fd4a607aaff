import { ProofmarkError } from '@proofmark/contract/errors'
import type pg from 'pg'
import type { Context, Run } from '../../access/context.ts'
import { withSessionLock } from '../../store/session-lock.ts'
import { sourceLock } from '../queries/find-import.ts'

/** Lets one at a time work on a source. */
export type Hold = <Result>(source: string, work: () => Promise<Result>) => Promise<Result>

/** What work needs that takes longer than one transaction. */
export interface Workplace {
  readonly run: Run
  readonly hold: Hold
}

/** How long somebody waits for another's work on the same source, in milliseconds. */
const PATIENCE_MS = 30_000

/** Long works of one process at a time. Each keeps a connection besides those of its transactions. */
const PLACES = 3

/** Lets so many in at once; the others wait in line. */
function turnstile(places: number) {
  let free = places
  const line: (() => void)[] = []
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => line.push(resolve))
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else free++
    }
  }
}

/**
 * One at a time on a source, over many transactions. Throws `source_busy` where other work on the source does not end
 * within half a minute.
 */
export function holdBy(pool: pg.Pool): Hold {
  const enter = turnstile(PLACES)
  return (source, work) =>
    enter(async () => {
      const held = await withSessionLock(pool, sourceLock(source), PATIENCE_MS, work)
      if (!held) throw new ProofmarkError('source_busy')
      return held.result
    })
}

/** For work that is one transaction itself, as a preview is: nobody else's half-done work may be under way. */
export function withinTransaction(context: Context): Workplace {
  return {
    run: (work) => work(context),
    hold: async (source, work) => {
      const { rows } = await context.client.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken',
        [sourceLock(source)],
      )
      if (rows[0]?.taken !== true) throw new ProofmarkError('source_busy')
      return work()
    },
  }
}
