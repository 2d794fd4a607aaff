import { rm } from 'node:fs/promises'
import type { Say } from '@proofmark/contract/messages'
import type { Run } from '../access/context.ts'
import { csvLine } from '../records/files/csv-line.ts'
import { presentReject } from '../records/present/reject.ts'
import { formOfRejectedRows } from '../records/queries/form-of-rejected-rows.ts'
import { eachReject, eachRejectedRow } from '../records/queries/list-rejects.ts'
import { openCsvFile, openLines } from './csv-file.ts'

const HEADINGS = ['row', 'field', 'value', 'reason', 'accepted'] as const

export interface RejectsFiles {
  /** Row, field, value, reason and what would be accepted. */
  readonly reasons: string
  /** The rows whole, as they came, to be mended and sent again. */
  readonly rows: string
}

export const rejectsBeside = (path: string): RejectsFiles => ({
  reasons: `${path}.rejects.csv`,
  rows: `${path}.rejected-rows.csv`,
})

/** Writes the rows of an import that came back; files of an earlier run that would contradict it go. */
export async function writeRejects(run: Run, importId: string, files: RejectsFiles, say: Say): Promise<void> {
  await rm(files.reasons, { force: true })
  await rm(files.rows, { force: true })
  const reasons = openCsvFile(files.reasons, HEADINGS)
  try {
    for await (const reject of eachReject(run, importId)) await reasons.write(presentReject(reject, say))
  } finally {
    await reasons.close()
  }
  const { delimiter, above } = await run((context) => formOfRejectedRows(context, importId))
  const rows = openLines(files.rows)
  // The mark says UTF-8 to spreadsheets, and to the profile of a file in a code page.
  let before = `\uFEFF${'\r\n'.repeat(above)}`
  try {
    for await (const cells of eachRejectedRow(run, importId)) {
      await rows.write(before + csvLine(cells, delimiter))
      before = ''
    }
  } finally {
    await rows.close()
  }
}
