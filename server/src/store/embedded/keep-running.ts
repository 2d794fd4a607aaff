import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningServer } from './launch.ts'
import { stillLives } from './living-process.ts'
import type { KeepingEvent } from './server.ts'

const LOOK_EVERY_MS = 500
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

export interface Keeping {
  readonly current: () => RunningServer
  /** Starts it no more. Fulfils when no start is under way; `hasten` ends one that is. */
  readonly leave: (hasten: () => Promise<void>) => Promise<void>
}

/**
 * Starts a server `again` whenever it ends by itself: it was killed, ran out of memory, or found no room on the disk. A
 * start that fails is tried again until it succeeds: whoever makes room need do nothing more.
 */
export function keepRunning(
  first: RunningServer,
  again: () => Promise<RunningServer>,
  report: (event: KeepingEvent) => void,
): Keeping {
  let server = first
  const leaving = new AbortController()
  const pause = (milliseconds: number) =>
    sleep(milliseconds, undefined, { signal: leaving.signal, ref: false }).catch(() => {})

  async function bringBack(): Promise<void> {
    report({ kind: 'ended' })
    for (let wait = FIRST_WAIT_MS; !leaving.signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      try {
        server = await again()
        return report({ kind: 'back' })
      } catch (failure) {
        if (!leaving.signal.aborted) report({ kind: 'failed', failure })
      }
      await pause(wait)
    }
  }

  async function watch(): Promise<void> {
    while (!leaving.signal.aborted) {
      await pause(LOOK_EVERY_MS)
      if (!leaving.signal.aborted && !(await stillLives(server.process))) await bringBack()
    }
  }

  const watching = watch()
  return {
    current: () => server,
    leave: async (hasten) => {
      leaving.abort()
      await hasten()
      await watching
    },
  }
}
