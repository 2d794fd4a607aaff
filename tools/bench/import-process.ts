import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setInterval } from 'node:timers'
import { pino } from 'pino'
import type { Context } from '../../server/src/access/context.ts'
import { resolveReader } from '../../server/src/access/queries/resolve-reader.ts'
import { runCommand, type Services } from '../../server/src/access/run-command.ts'
import { parseProfile } from '../../server/src/records/rules/parse-profile.ts'
import { importFile } from '../../server/src/records/runs/import-file.ts'
import { holdBy } from '../../server/src/records/runs/run.ts'
import { createPool } from '../../server/src/store/connection.ts'
import { residentBelow } from './resident.ts'

/** What the process that imports is told by the bench, and what it answers. */
export interface ImportOrder {
  readonly url: string
  readonly recordSecret: string
  readonly installer: string
  readonly source: string
  readonly path: string
  readonly profile: string | null
}

export interface ImportReport {
  readonly seconds: number
  /** Of this process and the parser that it starts, above what this process held before. */
  readonly memoryMegabytes: number
  readonly outcome: Awaited<ReturnType<typeof importFile>>
}

const resident = async () => (await residentBelow(process.pid)) || process.memoryUsage.rss()

async function work(order: ImportOrder): Promise<ImportReport> {
  const pool = createPool(order.url, 4)
  const services: Services = {
    pool,
    clock: () => new Date(),
    recordSecret: Buffer.from(order.recordSecret, 'hex'),
    logger: pino({ level: 'silent' }),
  }
  const run = async <Result>(command: (context: Context) => Promise<Result>): Promise<Result> => {
    const installer = await resolveReader(pool, order.installer, new Date())
    return runCommand(services, installer!, { purpose: 'system_administration' }, command)
  }
  const profile =
    order.profile === null ? undefined : parseProfile(basename(order.profile), await readFile(order.profile, 'utf8'))
  await run(async ({ client }) => client.query('SELECT 1'))
  const idle = await resident()
  let peak = idle
  const watch = setInterval(async () => {
    peak = Math.max(peak, await resident())
  }, 100)
  const began = performance.now()
  const outcome = await importFile(
    { run, hold: holdBy(pool) },
    {
      source: order.source,
      file: basename(order.path),
      content: createReadStream(order.path),
      bytes: (await stat(order.path)).size,
      profile,
    },
  )
  const seconds = (performance.now() - began) / 1000
  clearInterval(watch)
  await pool.end()
  return { seconds, memoryMegabytes: (peak - idle) / 1e6, outcome }
}

process.once('message', async (order: ImportOrder) => {
  process.send?.(await work(order))
  process.disconnect()
})
