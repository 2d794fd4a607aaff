import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { pino } from 'pino'
import { addAgency } from '../../server/src/access/commands/add-agency.ts'
import { ensureInstallation } from '../../server/src/access/commands/create-installation.ts'
import type { Context, Reader } from '../../server/src/access/context.ts'
import { resolveReader } from '../../server/src/access/queries/resolve-reader.ts'
import { runCommand, type Services } from '../../server/src/access/run-command.ts'
import { addSource } from '../../server/src/records/commands/add-source.ts'
import { createPool } from '../../server/src/store/connection.ts'
import { openStore, type Store } from '../../server/src/store/open-store.ts'
import type { ImportOrder } from './import-process.ts'

const SOURCES = [
  ['register', 'register'],
  ['seizures', 'seizure'],
] as const

/** An installation of the bench's own: a data folder, its database, one agency and its sources. */
export interface Installation {
  readonly folder: string
  readonly store: Store
  readonly services: Services
  /** Reads past row-level security, for what the bench has to know of the truth. */
  readonly owner: pg.Pool
  /** Who may see all sources, as the serving process resolves them. */
  readonly reader: () => Promise<Reader>
  /** Runs work as the server does for this reader: in a transaction of their own, under the policies. */
  readonly as: <Result>(reader: Reader, work: (context: Context) => Promise<Result>) => Promise<Result>
  readonly order: (file: Pick<ImportOrder, 'source' | 'path' | 'profile'>) => ImportOrder
}

async function addSources(as: Installation['as'], reader: () => Promise<Reader>): Promise<void> {
  await as(await reader(), async (context) => {
    await addAgency(context, { name: 'Register', desk: 'none' })
    for (const [name, kind] of SOURCES)
      await addSource(context, { name, kind, agency: 'Register', handling: 'H0', visibility: 'open' })
  })
}

/** Fixed, so that records have the same ids and are ordered alike in every run. */
const recordSecret = Buffer.alloc(32, 'bench')

/** Makes an installation for the time of `work` and throws it away after. */
export async function withInstallation<Result>(work: (installation: Installation) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-bench-'))
  const store = await openStore({ folder, for: 'serve' })
  const pool = createPool(store.urls.serve, 4)
  const owner = createPool(store.urls.backup, 2)
  try {
    const { installer } = await ensureInstallation(pool, { name: 'Bench', country: 'XA', demonstration: true })
    const services: Services = { pool, clock: () => new Date(), recordSecret, logger: pino({ level: 'silent' }) }
    const reader = async () => (await resolveReader(pool, installer, new Date()))!
    const as: Installation['as'] = (who, commanded) => runCommand(services, who, null, commanded)
    await addSources(as, reader)
    const order: Installation['order'] = (file) => ({
      url: store.urls.serve,
      recordSecret: recordSecret.toString('hex'),
      installer,
      ...file,
    })
    return await work({ folder, store, services, owner, reader, as, order })
  } finally {
    await pool.end()
    await owner.end()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}
