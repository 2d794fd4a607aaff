import type { Say } from '@proofmark/contract/messages'
import type { ImportShow } from '@proofmark/contract/schemas/import'
import type { KnownImport } from '../queries/find-import.ts'

/** An import as its page says: what is in, what came back, how far it has come, and whether anybody is at work on it. */
export function presentImport(found: KnownImport, say: Say): ImportShow {
  const { id, source, state, atWork, file, sha256, bytes, bytesDone, profileVersion, failure } = found
  const { rows, accepted, rejected, unchanged, changed, startedBy, startedAt, finishedAt, door } = found
  const work = state === 'running' || state === 'taking_back' || state === 'putting_back' ? state : null
  const interruptedIn = atWork ? null : work
  return {
    import: id,
    source: source.name,
    agency: source.agency.name,
    door,
    state: interruptedIn ? 'interrupted' : state,
    file,
    sha256: sha256?.toString('hex') ?? null,
    bytes,
    bytesDone,
    profileVersion,
    interruptedIn,
    failure: failure && { code: failure.code, message: say(`error.${failure.code}`, failure.parameters) },
    rows,
    accepted,
    rejected,
    unchanged,
    changed,
    startedBy,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}
