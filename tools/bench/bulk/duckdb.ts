import { fork } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvLine } from '../../../server/src/records/files/csv-line.ts'
import { type BaselineRow, WORDS } from './baseline-row.ts'
import type { DuckdbOrder, DuckdbReport } from './duckdb-process.ts'
import { installDuckdb } from './install-duckdb.ts'

const THREADS = 2

function* csvOf(rows: readonly BaselineRow[]): Generator<string> {
  const columns = ['serial', ...WORDS, 'year'] as const
  yield csvLine(['number', ...columns])
  for (const [number, row] of rows.entries()) yield csvLine([number, ...columns.map((column) => row[column] ?? '')])
}

function matchInProcess(order: DuckdbOrder): Promise<DuckdbReport> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./duckdb-process.ts', import.meta.url))
    let report: DuckdbReport | null = null
    child.once('message', (message: DuckdbReport) => {
      report = message
    })
    // Not at its exit, which may come before all that it sent.
    child.once('disconnect', () => (report ? resolve(report) : reject(new Error('The process of DuckDB broke off.'))))
    child.send(order)
  })
}

/**
 * The baseline of a plain Fellegi–Sunter model in DuckDB, with two threads and in a process of its own, so that its
 * memory is known. Installs DuckDB where it is not yet.
 */
export async function matchInDuckdb(
  entries: readonly BaselineRow[],
  recoveries: readonly BaselineRow[],
): Promise<DuckdbReport> {
  await installDuckdb()
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-bench-'))
  try {
    const order = {
      entries: join(folder, 'entries.csv'),
      recoveries: join(folder, 'recoveries.csv'),
      threads: THREADS,
    }
    await pipeline(Readable.from(csvOf(entries)), createWriteStream(order.entries))
    await pipeline(Readable.from(csvOf(recoveries)), createWriteStream(order.recoveries))
    return await matchInProcess(order)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
