import type { Profile } from '@proofmark/contract/schemas/profile'
import { addAccount } from '../access/commands/add-account.ts'
import { addAgency } from '../access/commands/add-agency.ts'
import { addSource, type NewSource } from '../records/commands/add-source.ts'
import { eachReject } from '../records/queries/list-rejects.ts'
import type { RejectedRow } from '../records/rules/read-row.ts'
import { type ImportOutcome, importFile } from '../records/runs/import-file.ts'
import { holdBy, type Workplace } from '../records/runs/run.ts'
import { openHere } from './open-here.ts'
import type { TestDatabase } from './test-database.ts'

/** Two agencies, each with somebody who may do all that concerns records. */
export async function twoAgencies(database: TestDatabase) {
  const installer = await database.installer()
  return database.as(installer, async (context) => {
    const accounts: Record<'police' | 'customs', string> = { police: '', customs: '' }
    for (const [word, name] of [
      ['police', 'Police of XA'],
      ['customs', 'Customs of XA'],
    ] as const) {
      await addAgency(context, { name, desk: `desk of the ${word}, +XA 55 0100` })
      const roles = ['recorder', 'trace_officer', 'analyst', 'data_steward'] as const
      accounts[word] = await addAccount(context, { name: `officer of the ${word}`, agency: name, roles })
    }
    return accounts
  })
}

export const bytesOf = async function* (content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? new TextEncoder().encode(content) : content
}

/** An import, with the rows that came back. */
export type ImportedText = ImportOutcome & { rejects: RejectedRow[] }

/** Adds a source as the installer and imports rows of CSV into it. */
export async function sourceWith(
  database: TestDatabase,
  source: Omit<NewSource, 'handling'> & { handling?: NewSource['handling'] },
  csv: string,
  profile?: Profile,
): Promise<ImportedText> {
  await database.as(await database.installer(), (context) => addSource(context, { handling: 'H0', ...source }))
  return importText(database, source.name, csv, profile)
}

/** Where the installer works, with the classes of the moment. */
export function installersPlace(database: TestDatabase): Workplace {
  return {
    run: async (work) => database.as(await database.installer(), work),
    hold: holdBy(database.pool('serve')),
  }
}

/** Imports CSV into a source as the installer. */
export async function importText(
  database: TestDatabase,
  source: string,
  csv: string,
  profile?: Profile,
): Promise<ImportedText> {
  const place = installersPlace(database)
  const outcome = await importFile(place, { source, file: 'rows.csv', content: bytesOf(csv), profile, open: openHere })
  return { ...outcome, rejects: await Array.fromAsync(eachReject(place.run, outcome.import)) }
}
