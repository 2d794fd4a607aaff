import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedError } from './embedded/errors.ts'
import { findRunning } from './embedded/find-running.ts'
import { acquireFolder, type FolderLock } from './embedded/lock.ts'
import type { EmbeddedServer } from './embedded/server.ts'

/** Names the process that serves from a folder; the lock alone says whether that process still lives. */
const SERVED_BY = 'served-by'
const LOOK_AGAIN_MS = 200
const PATIENCE_MS = 15 * 60 * 1000

/** The folder is ours until we release it, or a serving process holds it and lets its database be used beside it. */
export type FolderTurn = { readonly lock: FolderLock } | { readonly running: EmbeddedServer }

async function servedBy(folder: string): Promise<number | null> {
  const text = await readFile(join(folder, SERVED_BY), 'utf8').catch(() => '')
  return /^\d+$/.test(text) ? Number(text) : null
}

/**
 * Takes the lock of the folder, after a command that works in it at this moment. `onWait` is called once, if there is
 * something to wait for. Where a process serves from the folder, what `beside` makes of it in place of the lock.
 */
async function takeTurn<Beside>(
  folder: string,
  onWait: () => void,
  beside: (failure: EmbeddedError) => Promise<Beside | null>,
  signal?: AbortSignal,
): Promise<FolderLock | Beside> {
  const began = Date.now()
  for (let waited = false; ; waited = true) {
    signal?.throwIfAborted()
    try {
      return await acquireFolder(folder)
    } catch (failure) {
      if (!(failure instanceof EmbeddedError) || failure.code !== 'postgres.folder_in_use') throw failure
      const holder = (failure as EmbeddedError<'postgres.folder_in_use'>).parameters.pid
      const found = holder !== null && holder === (await servedBy(folder)) ? await beside(failure) : null
      if (found) return found
      if (Date.now() - began > PATIENCE_MS) throw failure
      if (!waited) onWait()
      await sleep(LOOK_AGAIN_MS)
    }
  }
}

/**
 * Takes the folder to serve from it, after a command that works in it at this moment. Throws `postgres.folder_in_use`
 * where another process serves from it, and the reason of `signal` where it is aborted meanwhile.
 */
export async function takeFolderToServe(folder: string, onWait: () => void, signal?: AbortSignal): Promise<FolderLock> {
  const lock = await takeTurn<never>(folder, onWait, (failure) => Promise.reject(failure), signal)
  const marker = join(folder, SERVED_BY)
  await writeFile(marker, String(process.pid), { mode: 0o600 })
  return {
    ...lock,
    release: async () => {
      await rm(marker, { force: true }).catch(() => {})
      await lock.release()
    },
  }
}

/**
 * A command's turn in the folder: beside a serving process at once, after another command when that one has ended, since
 * a command stops the database that it started.
 */
export async function takeFolderForCommand(folder: string, onWait: () => void): Promise<FolderTurn> {
  const turn = await takeTurn(folder, onWait, async () => {
    const running = await findRunning(folder)
    return running && { running }
  })
  return 'running' in turn ? turn : { lock: turn }
}
