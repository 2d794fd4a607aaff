import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { addAgency } from '../../server/src/access/commands/add-agency.ts'
import { ensureInstallation } from '../../server/src/access/commands/create-installation.ts'
import { resolveReader } from '../../server/src/access/queries/resolve-reader.ts'
import { runCommand, type Services } from '../../server/src/access/run-command.ts'
import { addSource } from '../../server/src/records/commands/add-source.ts'
import { createPool } from '../../server/src/store/connection.ts'
import { openStore } from '../../server/src/store/open-store.ts'
import { benchBaselines, importInProcess, importMeasures } from './import.ts'
import type { ImportOrder } from './import-process.ts'
import { benchLookUp } from './look-up.ts'
import { makeRegister, registerCsv } from './register.ts'
import { importSeizures, seizureLines } from './seizures.ts'

/**
 * `npm run bench [-- --entries N] [-- --seizures FILE] [-- --json]`: measures each claim beside a baseline of the same run, on records made
 * from a fixed seed, in a database of its own that is thrown away.
 */
const { values } = parseArgs({
  options: { entries: { type: 'string' }, seizures: { type: 'string' }, json: { type: 'boolean' } },
  strict: true,
})
const entries = Number(values.entries ?? 100_000)
if (!Number.isInteger(entries) || entries < 1_000) throw new Error('--entries takes a whole number of at least 1000.')
const say = (line: string) => void (values.json ? process.stderr : process.stdout).write(`${line}\n`)

const folder = await mkdtemp(join(tmpdir(), 'proofmark-bench-'))
const store = await openStore({ folder, for: 'serve' })
const pool = createPool(store.urls.serve, 4)
const owner = createPool(store.urls.backup, 2)
try {
  const installation = await ensureInstallation(pool, { name: 'Bench', country: 'XA', demonstration: true })
  const services: Services = {
    pool,
    clock: () => new Date(),
    recordSecret: randomBytes(32),
    logger: pino({ level: 'silent' }),
  }
  const installer = async () => (await resolveReader(pool, installation.installer))!
  await runCommand(services, await installer(), null, async (context) => {
    await addAgency(context, { name: 'Register', desk: 'none' })
    for (const [name, kind] of [
      ['register', 'register'],
      ['seizures', 'seizure'],
    ] as const)
      await addSource(context, { name, kind, agency: 'Register', handling: 'H0', visibility: 'open' })
  })
  const firearms = makeRegister(entries)
  say(
    `machine: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores; Node.js ${process.version}; ${entries} register entries, seed fixed`,
  )
  const path = join(folder, 'register.csv')
  await pipeline(Readable.from(registerCsv(firearms)), createWriteStream(path))
  const order: ImportOrder = {
    url: store.urls.serve,
    recordSecret: services.recordSecret.toString('hex'),
    installer: installation.installer,
    source: 'register',
    path,
    profile: null,
  }
  const report = await importInProcess(order)
  const rate = Math.round(report.outcome.rows / report.seconds)
  say(`import: ${report.outcome.accepted} rows in ${report.seconds.toFixed(1)} s, ${rate} a second`)
  const imported = importMeasures(report, await benchBaselines(store, folder))
  await store.asOwner(async (url) => {
    const analyse = createPool(url, 1)
    await analyse.query('VACUUM ANALYZE').finally(() => analyse.end())
  })
  const { rows: sizes } = await owner.query<{ bytes: string; postings: string }>(
    `SELECT pg_database_size(current_database()) AS bytes, (SELECT count(*) FROM posting) AS postings`,
  )
  const bytes = Number(sizes[0]?.bytes) / entries
  say(
    `size: ${Math.round(bytes)} bytes a record with all indexes, ${(Number(sizes[0]?.postings) / entries).toFixed(2)} postings a record`,
  )
  const { seizures: seizuresFile } = values
  const seizures = seizuresFile === undefined ? null : await importSeizures({ ...order, path: resolve(seizuresFile) })
  for (const line of seizures ? seizureLines(seizures) : []) say(line)
  const lookUp = await benchLookUp(services, await installer(), firearms, owner)
  const { found, lookedAt } = lookUp
  const measures = [...imported, ...lookUp.measures]
  for (const { name, value, unit, baseline, ratio, target, met } of measures) {
    say(
      `${name}: ${value.toFixed(2)} ${unit}; ${baseline.name}: ${baseline.value.toFixed(2)} ${unit}; ratio ${ratio.toFixed(2)} (${target}: ${met ? 'met' : 'missed'})`,
    )
  }
  say(`true entry among the candidates: ${(100 * found).toFixed(2)} %; entries looked at: ${lookedAt.toFixed(2)} each`)
  if (values.json)
    process.stdout.write(
      `${JSON.stringify({ entries, importRate: rate, bytes, seizures, measures, found, lookedAt })}\n`,
    )
} finally {
  await pool.end()
  await owner.end()
  await store.close()
  await rm(folder, { recursive: true, force: true })
}
