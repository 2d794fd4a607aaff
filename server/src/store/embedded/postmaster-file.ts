import { readFile, rm } from 'node:fs/promises'
import type { Layout } from './layout.ts'
import { isServerOf, type LivingProcess, livingProcess } from './living-process.ts'

/** What PostgreSQL writes about itself into postmaster.pid (src/include/utils/pidfile.h). */
export interface PostmasterFile {
  readonly pid: number
  /** Null while the server has not chosen yet, and in single-user mode. */
  readonly port: number | null
  /** `ready` once connections are accepted; null while the server has not said. */
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby' | null
}

const STATUSES = ['starting', 'stopping', 'ready', 'standby'] as const

/**
 * Reads the text of a postmaster.pid, also a half-written one; null where it names no process. A server in single-user
 * mode writes its process number with a minus.
 */
export function parsePostmasterFile(text: string): PostmasterFile | null {
  if (text.length > 8192) return null
  const lines = text.split('\n')
  const pid = /^-?\d{1,10}$/.test(lines[0] ?? '') ? Math.abs(Number(lines[0])) : 0
  if (pid < 1 || pid > 0xffffffff) return null
  const port = /^\d{1,5}$/.test(lines[3] ?? '') ? Number(lines[3]) : 0
  const status = (lines[7] ?? '').trim()
  return {
    pid,
    port: port >= 1 && port <= 65535 ? port : null,
    status: STATUSES.find((known) => known === status) ?? null,
  }
}

/** A living PostgreSQL on our cluster. */
export interface FoundServer {
  readonly file: PostmasterFile
  readonly process: LivingProcess
}

/** What postmaster.pid says now, whether or not that process lives; null where there is none. */
export async function readPostmasterFile(layout: Layout): Promise<PostmasterFile | null> {
  const text = await readFile(layout.postmasterFile, 'utf8').catch(() => null)
  return text === null ? null : parsePostmasterFile(text)
}

/**
 * The PostgreSQL that runs on this cluster, or null. A process number that belongs to nobody, to a zombie or to a
 * stranger's program counts as none.
 */
export async function findServer(layout: Layout): Promise<FoundServer | null> {
  const file = await readPostmasterFile(layout)
  if (file === null) return null
  const process = await livingProcess(file.pid)
  return process !== null && (await isServerOf(process, layout.cluster)) ? { file, process } : null
}

/**
 * Removes a postmaster.pid whose server is dead (call after `findServer` said null). PostgreSQL would refuse to start
 * when a stranger carries that number. Its second guard stands: orphaned children of the dead server still hold the
 * shared memory that belongs to the folder's inode, and a new server refuses to start until they are gone.
 */
export async function removeStalePostmasterFile(layout: Layout): Promise<void> {
  await rm(layout.postmasterFile, { force: true })
}
