import { statfs } from 'node:fs/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Say } from '@proofmark/contract/messages'
import { EmbeddedError } from '../store/embedded/errors.ts'

/** PostgreSQL's own word for a full disk (SQLSTATE), and the system's. */
const FULL: readonly string[] = ['53100', 'ENOSPC', 'EDQUOT']
/** Less than this and PostgreSQL cannot write its journal: then a lost connection is its end, for want of room. */
const JOURNAL_BYTES = 32 * 1024 * 1024

async function isFull(folder: string, failure: NodeJS.ErrnoException): Promise<boolean> {
  if (FULL.includes(failure.code ?? '')) return true
  const lost = /Connection terminated|ECONNREFUSED|ECONNRESET/.test(`${failure.message} ${failure.code ?? ''}`)
  if (!lost) return false
  const room = await statfs(folder).catch(() => null)
  return room !== null && room.bavail * room.bsize < JOURNAL_BYTES
}

/** One clear sentence for whatever went wrong, in the user's language. */
export async function sentenceFor(failure: unknown, say: Say, folder: string): Promise<string> {
  if (failure instanceof ProofmarkError) return say(`error.${failure.code}`, failure.parameters)
  if (failure instanceof EmbeddedError) return say(`error.${failure.code}`, { ...failure.parameters })
  const known = failure instanceof Error ? failure : new Error(String(failure))
  if (await isFull(folder, known)) return say('error.disk_full')
  return say('error.unexpected_here', { reason: known.message })
}
