import { matchWaiting } from '../linkage/matching/match-waiting.ts'
import { createPool, SHELL_PATIENCE_SECONDS } from '../store/connection.ts'
import { endProgress, progress } from './output.ts'
import type { Shell } from './shell.ts'

/** Matches what waits, in the name of the matching process, and shows how much is left. */
async function matchNow({ store, say }: Shell, patience: number): Promise<void> {
  const pool = createPool(store.urls.match, 2, SHELL_PATIENCE_SECONDS)
  try {
    await matchWaiting(pool, { patience, onProgress: (left) => progress(say('shell.match_progress', { left })) })
  } finally {
    endProgress()
    await pool.end()
  }
}

/** Where no server runs whose matching process would take it, matches what the shell has brought or is about to show. */
export async function matchHere(shell: Shell): Promise<void> {
  if (!shell.store.shared) await matchNow(shell, 0)
}

/** A server that is matching is waited for so long. */
const PATIENCE_MS = 24 * 60 * 60 * 1000

/** Matches what waits, whoever else is at it: when it ends, nothing waits that waited when it began. */
export const matchEverything = (shell: Shell): Promise<void> => matchNow(shell, PATIENCE_MS)
