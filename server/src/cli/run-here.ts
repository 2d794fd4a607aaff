import { availableParallelism } from 'node:os'
import { currentRun } from '../linkage/matching/run/open-run.ts'
import { type Worked, workOnRun } from '../linkage/matching/run/work-on-run.ts'
import { createPool, SHELL_PATIENCE_SECONDS } from '../store/connection.ts'
import { endProgress, progress } from './output.ts'
import type { Shell } from './shell.ts'
import { eachTenth } from './tenths.ts'

const MOST_THREADS = 8

/**
 * Works on the run that is under way, beside whoever else does, until it is over, is stopped, or the user interrupts; what
 * is done is kept. Null where no run is under way.
 */
export async function workHere(
  { store, say }: Shell,
  onTenth: (percent: number) => void = () => {},
): Promise<Worked['run'] | null> {
  const pool = createPool(store.urls.match, 4, SHELL_PATIENCE_SECONDS)
  const ending = new AbortController()
  const leave = () => ending.abort()
  process.once('SIGINT', leave)
  try {
    const id = await currentRun(pool)
    if (!id) return null
    const tenth = eachTenth(onTenth)
    const { run } = await workOnRun(pool, id, {
      threads: Math.min(MOST_THREADS, availableParallelism()),
      signal: ending.signal,
      onProgress: (share) => {
        progress(say('shell.run_progress', { percent: Math.floor(100 * share) }))
        tenth(share)
      },
    })
    return run
  } finally {
    process.off('SIGINT', leave)
    endProgress()
    await pool.end()
  }
}
