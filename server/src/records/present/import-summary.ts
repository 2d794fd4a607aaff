import type { Say } from '@proofmark/contract/messages'
import type { ImportSummary } from '@proofmark/contract/schemas/import'
import type { Run } from '../../access/context.ts'
import type { KnownImport } from '../queries/find-import.ts'
import { listRejects } from '../queries/list-rejects.ts'
import type { ImportOutcome } from '../runs/import-file.ts'
import { presentImport } from './import.ts'
import { presentReject } from './reject.ts'

/** Rejects that one answer lists; the counts are always whole, and the rest can be taken as a file. */
const LISTED_REJECTS = 1_000

/** What an import did, with the first of the rows that came back. */
export async function summariseImport(
  run: Run,
  { unused, absent, read, ...outcome }: ImportOutcome,
  say: Say,
): Promise<ImportSummary> {
  const rejects = await run((context) =>
    listRejects(context, { import: outcome.import, after: 0, limit: LISTED_REJECTS }),
  )
  return {
    ...outcome,
    unused: [...unused],
    absent: [...absent],
    read,
    sample: [],
    rejects: rejects.map((each) => presentReject(each, say)),
  }
}

/** An import that goes on by itself: its page tells the rest. */
export function presentSummary(found: KnownImport, say: Say): ImportSummary {
  const { import: id, state, profileVersion, rows, accepted, rejected, unchanged, changed } = presentImport(found, say)
  const counts = { rows, accepted, rejected, unchanged, changed }
  return { import: id, state, profileVersion, ...counts, unused: [], absent: [], read: {}, sample: [], rejects: [] }
}
