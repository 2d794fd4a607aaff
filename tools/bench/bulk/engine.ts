import { fork } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ItemRead } from '../../../domain/src/item.ts'
import type { EngineOrder, EngineReport } from './engine-process.ts'
import { engineLine } from './engine-row.ts'
import type { BulkProblem } from './problem.ts'

/** Short-lived objects are few here, and room for them would count three times: here and in each thread. */
const LITTLE_MEMORY = ['--max-semi-space-size=16']

function matchInProcess(order: EngineOrder): Promise<EngineReport> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./engine-process.ts', import.meta.url), { execArgv: LITTLE_MEMORY })
    let report: EngineReport | null = null
    child.once('message', (message: EngineReport) => {
      report = message
    })
    // Not at its exit, which may come before all that it sent.
    child.once('disconnect', () => (report ? resolve(report) : reject(new Error('The matching process broke off.'))))
    child.send(order)
  })
}

function* linesOf(items: readonly ItemRead[], rows: readonly { readonly date: string }[]): Generator<string> {
  for (const [at, item] of items.entries()) yield engineLine(item, rows[at]!.date)
}

/** Our matching in bulk, in a process of its own, so that its memory is known. */
export async function matchInBulk(problem: BulkProblem, threads: number): Promise<EngineReport> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-bench-'))
  try {
    const order = { entries: join(folder, 'entries.jsonl'), recoveries: join(folder, 'recoveries.jsonl'), threads }
    await pipeline(Readable.from(linesOf(problem.entriesRead, problem.register)), createWriteStream(order.entries))
    await pipeline(
      Readable.from(linesOf(problem.recoveriesRead, problem.recoveries)),
      createWriteStream(order.recoveries),
    )
    return await matchInProcess(order)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
