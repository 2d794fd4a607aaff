import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ItemRead } from '../../../domain/src/item.ts'
import { readItem } from '../../../domain/src/read-item.ts'
import { openTable } from '../../../server/src/records/files/open-table.ts'
import { ROOT } from '../../run-program.ts'

const PROFILE = `${ROOT}/docs/profiles/sao-paulo-seizures.json`
const STATED = ['serial', 'make', 'calibre', 'type'] as const

/** A row of the public file, as it stands and as it is read. */
export interface Seizure {
  /** Station, number and year of the report, which may speak of several firearms. */
  readonly report: string
  readonly year: number
  readonly city: string
  readonly stated: Readonly<Record<(typeof STATED)[number], string>>
  readonly item: ItemRead
}

/** The columns that the profile of the project names. */
async function columnsOf(): Promise<Readonly<Record<(typeof STATED)[number], string>>> {
  const { fields } = JSON.parse(await readFile(PROFILE, 'utf8')) as { readonly fields: Record<string, string> }
  return Object.fromEntries(STATED.map((field) => [field, fields[field]!])) as Record<(typeof STATED)[number], string>
}

/** Reads the public file of seizures in São Paulo, row by row. Throws `file_unreadable` where it is no table. */
export async function readSeizures(path: string): Promise<Seizure[]> {
  const columns = await columnsOf()
  const { rows } = await openTable(path, createReadStream(path))
  const seizures: Seizure[] = []
  for await (const { cells } of rows) {
    const stated = Object.fromEntries(STATED.map((field) => [field, cells[columns[field]] ?? ''])) as Seizure['stated']
    seizures.push({
      report: [cells.ID_DELEGACIA, cells.NUM_BO, cells.ANO_BO].join('/'),
      year: Number(cells.ANO_BO),
      city: cells.CIDADE ?? '',
      stated,
      item: readItem(Object.fromEntries(Object.entries(stated).filter(([, text]) => text.trim() !== ''))),
    })
  }
  return seizures
}
