import { ProofmarkError } from '@proofmark/contract/errors'
import { openTable } from '../../records/files/open-table.ts'
import { importFile } from '../../records/runs/import-file.ts'
import type { PersonName } from '../agencies.ts'
import { csvOf, openRows } from '../file-of-rows.ts'
import { SOURCES, type SourceWord } from '../sources.ts'
import { officeFiles, TORN_FILE } from './office-files.ts'
import type { Offices } from './offices.ts'

interface Sent {
  readonly source: SourceWord
  readonly file: string
  readonly by: PersonName
}

/** Was the file sent before, by a start that was interrupted? */
const isSent = ({ as }: Offices, { by, source, file }: Sent): Promise<boolean> =>
  as(by)(async ({ query, reader }) => {
    const found = await query
      .selectFrom('import_run')
      .innerJoin('source', 'source.id', 'import_run.source_id')
      .select('import_run.id')
      .where('source.name', '=', SOURCES[source].name)
      .where('source.agency_id', '=', reader.agency?.id ?? null)
      .where('import_run.file_name', '=', file)
      .executeTakeFirst()
    return found !== undefined
  })

/** The files of the offices are in, but for rows that came back; another one broke off. */
export async function leaveImports(offices: Offices): Promise<void> {
  const { as, hold } = offices
  for (const sent of officeFiles()) {
    const { source, file, by, rows } = sent
    if (await isSent(offices, sent)) continue
    const input = { source: SOURCES[source].name, file, content: csvOf(rows), open: openRows(rows) }
    await importFile({ run: as(by), hold }, input)
  }
  if (!(await isSent(offices, TORN_FILE))) await leaveTorn(offices)
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** Nothing of it is in, which is what the command says by throwing. */
async function leaveTorn({ as, hold }: Offices): Promise<void> {
  const { by, source, file, text } = TORN_FILE
  const input = { source: SOURCES[source].name, file, content: bytesOf(text), open: openTable }
  await importFile({ run: as(by), hold }, input).catch((failure: unknown) => {
    if (!(failure instanceof ProofmarkError) || failure.code !== 'file_unreadable') throw failure
  })
}
