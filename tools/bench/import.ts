import { fork } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SHORT_LIVED_OBJECTS } from '../../server/src/processes/memory.ts'
import { createPool } from '../../server/src/store/connection.ts'
import type { ImportBaselines } from './import-baselines.ts'
import type { ImportOrder, ImportReport } from './import-process.ts'
import type { Installation } from './installation.ts'
import { type Measure, measure } from './measure.ts'
import { registerCsv } from './mix/csv.ts'
import type { RegisterEntry } from './mix/register.ts'

/** Imports a file in a process of its own, as the server does, and answers what it took. */
export function importInProcess(order: ImportOrder): Promise<ImportReport> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./import-process.ts', import.meta.url), { execArgv: [...SHORT_LIVED_OBJECTS] })
    let report: ImportReport | null = null
    child.once('message', (message: ImportReport) => {
      report = message
    })
    child.once('exit', (code) => (report ? resolve(report) : reject(new Error(`The import ended with code ${code}.`))))
    child.send(order)
  })
}

/** Imports the register as a file of its own. */
export async function importRegister(
  { folder, order }: Installation,
  register: readonly RegisterEntry[],
): Promise<ImportReport> {
  const path = join(folder, 'register.csv')
  await pipeline(Readable.from(registerCsv(register)), createWriteStream(path))
  return importInProcess(order({ source: 'register', path, profile: null }))
}

/** What the server's own upkeep would have done by the time that anybody asks. */
export async function settleTables({ store }: Installation): Promise<void> {
  await store.asOwner(async (url) => {
    const pool = createPool(url, 1)
    await pool.query('VACUUM ANALYZE').finally(() => pool.end())
  })
}

/** What a record takes up: bytes with all indexes, and postings. */
export async function sizeMeasures({ owner }: Installation, entries: number): Promise<Measure[]> {
  const { rows } = await owner.query<{ bytes: string; postings: string }>(
    `SELECT pg_database_size(current_database()) AS bytes, (SELECT count(*) FROM posting) AS postings`,
  )
  const each = (total: string | undefined) => Number(total) / entries
  return [
    measure({ name: 'bytes a record with all indexes', value: each(rows[0]?.bytes), unit: 'B' }),
    measure({ name: 'postings a record', value: each(rows[0]?.postings), unit: '' }),
  ]
}

export function importMeasures(report: ImportReport, { stagedSeconds, copySeconds }: ImportBaselines): Measure[] {
  const { seconds, memoryMegabytes, outcome } = report
  const imported = { name: 'import', value: seconds, unit: 's' }
  return [
    measure({
      ...imported,
      baseline: { name: 'staging and INSERT … SELECT of already-read rows', value: stagedSeconds },
      target: { atMost: 1.5 },
    }),
    measure({ ...imported, baseline: { name: 'bare COPY of the same rows', value: copySeconds } }),
    measure({ name: 'rows imported a second', value: outcome.rows / seconds, unit: '' }),
    measure({
      name: 'memory of the importing process above idle',
      value: memoryMegabytes,
      unit: 'MB',
      target: { atMost: 300 },
    }),
  ]
}
