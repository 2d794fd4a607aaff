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

/** Short-lived objects are few here, and room for them would count in each thread. */
const LITTLE_MEMORY = ['--max-semi-space-size=2']
/** So many records are matched first, so that the programs are compiled as after any first start. */
const FIRST = 50

/** `compiled`: a folder where what was compiled is kept, so that a process need not strip types itself. */
function matchInProcess(order: EngineOrder, compiled: string): Promise<EngineReport> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./engine-process.ts', import.meta.url), {
      execArgv: LITTLE_MEMORY,
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    })
    let report: EngineReport | null = null
    child.once('message', (message: EngineReport) => {
      report = message
    })
    // Not at its exit, which may come before all that it sent.
    child.once('disconnect', () => (report ? resolve(report) : reject(new Error('The matching process broke off.'))))
    child.send(order)
  })
}

function* linesOf(items: Iterable<ItemRead>, rows: readonly { readonly date: string }[]): Generator<string> {
  let at = 0
  for (const item of items) yield engineLine(item, rows[at++]!.date)
}

/** Our matching in bulk, in a process of its own, so that its memory is known. */
export async function matchInBulk(problem: BulkProblem, threads: number): Promise<EngineReport> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-bench-'))
  const compiled = join(folder, 'compiled')
  const orderOf = async (name: string, most: number): Promise<EngineOrder> => {
    const order = { entries: join(folder, `${name}-entries`), recoveries: join(folder, `${name}-recoveries`), threads }
    const write = (items: Generator<ItemRead>, rows: readonly { readonly date: string }[], path: string) =>
      pipeline(Readable.from(linesOf(items.take(most), rows)), createWriteStream(path))
    await write(problem.entriesRead(), problem.register, order.entries)
    await write(problem.recoveriesRead(), problem.recoveries, order.recoveries)
    return order
  }
  try {
    await matchInProcess(await orderOf('first', FIRST), compiled)
    return await matchInProcess(await orderOf('all', Number.POSITIVE_INFINITY), compiled)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
