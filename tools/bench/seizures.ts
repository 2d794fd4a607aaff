import type { ReadShares } from '../../server/src/records/rules/read-shares.ts'
import { ROOT } from '../run-program.ts'
import { importInProcess } from './import.ts'
import type { ImportReport } from './import-process.ts'
import type { Installation } from './installation.ts'

/** The public file of seizures in São Paulo, which is not part of the project, by the profile that is. */
const PROFILE = `${ROOT}/docs/profiles/sao-paulo-seizures.json`

export interface SeizuresResult {
  readonly rows: number
  readonly kept: number
  readonly returned: number
  /** Is every row of the file kept, or returned with its reason? */
  readonly nothingLost: boolean
  readonly read: ReadShares
}

function summary({ outcome }: ImportReport): SeizuresResult {
  const { rows, accepted, changed, unchanged, rejected, read } = outcome
  const kept = accepted + changed + unchanged
  return { rows, kept, returned: rejected, nothingLost: kept + rejected === rows, read }
}

export async function importSeizures({ order }: Installation, path: string): Promise<SeizuresResult> {
  return summary(await importInProcess(order({ source: 'seizures', path, profile: PROFILE })))
}

/** One line a field: how many of the rows that state it were read, and how many by a name of a table. */
export function seizureLines({ rows, kept, returned, nothingLost, read }: SeizuresResult): string[] {
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`
  return [
    `seizures: ${rows} rows in = ${kept} kept + ${returned} returned with reasons (nothing lost: ${nothingLost ? 'met' : 'missed'})`,
    ...Object.entries(read).map(
      ([field, share]) =>
        `seizures, ${field}: stated ${share.stated}, read ${percent(share.read, share.stated)}, by a name or number ${percent(share.named, share.stated)}`,
    ),
  ]
}
