import { rm } from 'node:fs/promises'
import type { Say } from '@proofmark/contract/messages'
import { presentReject } from '../records/present/reject.ts'
import { eachReject, headingsOfRejects } from '../records/queries/list-rejects.ts'
import type { Run } from '../records/work/run.ts'
import { openCsvFile } from './csv-file.ts'

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
  const headings = await headingsOfRejects(run, importId)
  const rows = openCsvFile(files.rows, headings)
  try {
    for await (const reject of eachReject(run, importId)) {
      await reasons.write(presentReject(reject, say))
      await rows.write(Object.fromEntries(headings.map((heading) => [heading, reject.cells[heading] ?? ''])))
    }
  } finally {
    await reasons.close()
    await rows.close()
  }
}
