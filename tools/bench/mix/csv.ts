import { csvLine } from '../../../server/src/records/files/csv-line.ts'
import type { Recovery } from './recoveries.ts'
import type { RegisterEntry } from './register.ts'

const COLUMNS = ['id', 'serial', 'make', 'model', 'calibre', 'type', 'country', 'year', 'date'] as const
const CHUNK = 65_536

async function* csv(rows: readonly (RegisterEntry | Recovery)[]): AsyncGenerator<string> {
  let text = csvLine(COLUMNS)
  for (const row of rows) {
    text += csvLine(COLUMNS.map((column) => row[column]))
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

/** The register as chunks of CSV text, header first. */
export const registerCsv = (entries: readonly RegisterEntry[]): AsyncGenerator<string> => csv(entries)

/** Recoveries as chunks of CSV text, header first, without what only the bench knows: truth and damage. */
export const recoveriesCsv = (recoveries: readonly Recovery[]): AsyncGenerator<string> => csv(recoveries)
