import { statfs } from 'node:fs/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { MessageParameters, Say } from '@proofmark/contract/messages'
import { SHELL_PATIENCE_SECONDS } from '../store/connection.ts'
import { EmbeddedError } from '../store/embedded/errors.ts'
import { storeFailure } from '../store/failures.ts'

/** Less than this and PostgreSQL cannot write its journal: then a lost connection is its end, for want of room. */
const JOURNAL_BYTES = 32 * 1024 * 1024

async function hasNoRoom(folder: string): Promise<boolean> {
  const room = await statfs(folder).catch(() => null)
  return room !== null && room.bavail * room.bsize < JOURNAL_BYTES
}

/** What speaks against the end of a custody, and what it was given for, as pages call it. */
function inWords(parameters: MessageParameters, say: Say): MessageParameters {
  const { obstacles, purpose } = parameters
  if (typeof obstacles !== 'string') return parameters
  const words = obstacles.split(', ').map((code) => say(`word.custody_obstacle.${code}`))
  const given = typeof purpose === 'string' ? { purpose: say(`word.custody_purpose.${purpose}`) } : {}
  return { ...parameters, obstacles: words.join(', '), ...given }
}

/** One clear sentence for whatever went wrong, in the user's language. */
export async function sentenceFor(failure: unknown, say: Say, folder: string): Promise<string> {
  if (failure instanceof ProofmarkError) return say(`error.${failure.code}`, inWords(failure.parameters, say))
  if (failure instanceof EmbeddedError) return say(`error.${failure.code}`, { ...failure.parameters })
  const known = failure instanceof Error ? failure : new Error(String(failure))
  const kind = storeFailure(known)
  if (kind === 'full' || (kind === 'away' && (await hasNoRoom(folder)))) return say('error.disk_full')
  if (kind === 'away') return say('error.database_away')
  if (kind === 'silent') return say('error.database_silent', { seconds: SHELL_PATIENCE_SECONDS })
  return say('error.unexpected_here', { reason: known.message })
}
