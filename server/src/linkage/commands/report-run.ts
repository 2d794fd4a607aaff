import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type Oddity, oddSources } from '../queries/odd-sources.ts'
import { type RunFigures, runFigures } from '../queries/run-figures.ts'

/** What the last run did, and what was odd about what it read: from what the reader may see alone. */
export interface RunReport {
  readonly figures: RunFigures | null
  readonly odd: readonly Oddity[]
}

/** Throws `role_needed` unless the reader is a data steward. */
export async function reportRun(context: Context): Promise<RunReport> {
  needRole(context.reader, ['data_steward'])
  const [figures, odd] = [await runFigures(context), await oddSources(context)]
  await context.audit({ action: 'matching.reported', body: { records: figures?.records ?? 0, odd: odd.length } })
  return { figures, odd }
}
