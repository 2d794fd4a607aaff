import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import pg from 'pg'
import { pino } from 'pino'
import { ensureInstallation, type Installation } from '../access/commands/create-installation.ts'
import type { Context, Grounds, Reader } from '../access/context.ts'
import { resolveReader } from '../access/queries/resolve-reader.ts'
import { runCommand, type Services } from '../access/run-command.ts'
import { createPool, withDatabase } from '../store/connection.ts'
import { ensureLogins, loginUrl, newPasswords, type ProcessRole } from '../store/logins.ts'
import { migrate } from '../store/migrate.ts'
import { CLUSTER_VARIABLE, startTestCluster } from './cluster.ts'

const TEMPLATE = 'proofmark_template'
const TEMPLATE_LOCK = 7_205_759_405

/** A database of a test file's own, migrated, with the logins of every process. */
export interface TestDatabase {
  /** As the superuser, who owns the schema here. */
  readonly ownerUrl: string
  readonly pool: (role: ProcessRole) => pg.Pool
  readonly url: (role: ProcessRole) => string
  readonly services: Services
  readonly installation: Installation
  /** The account as a reader, with the classes that it may see now or at another moment. */
  readonly reader: (account: string, now?: Date) => Promise<Reader>
  readonly installer: () => Promise<Reader>
  readonly as: <Result>(
    reader: Reader,
    work: (context: Context) => Promise<Result>,
    grounds?: Grounds,
  ) => Promise<Result>
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The migrated template of this cluster, made by whichever test file comes first. */
async function ensureTemplate(clusterUrl: string): Promise<void> {
  await withClient(clusterUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [TEMPLATE])
    if (known.rowCount) return
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`)
    await client.query(`CREATE DATABASE ${TEMPLATE}`)
    await migrate(withDatabase(clusterUrl, TEMPLATE))
    await client.query(`ALTER DATABASE ${TEMPLATE} IS_TEMPLATE true`)
  })
}

/**
 * Makes a database for the calling test file, on the run's shared cluster or one of its own. It goes with its cluster: a
 * file system that has just lost the thousand files of a database takes ten times as long to make the next. `recordSecret`: for those in which records must have the same identifiers as in another.
 */
export async function testDatabase({ recordSecret = randomBytes(32) } = {}): Promise<TestDatabase> {
  const shared = process.env[CLUSTER_VARIABLE]
  const own = shared === undefined ? await startTestCluster() : null
  const clusterUrl = own?.url ?? shared!
  const name = `test_${randomBytes(6).toString('hex')}`
  const pools = new Map<ProcessRole, pg.Pool>()
  after(async () => {
    for (const each of pools.values()) await each.end()
    await own?.stop()
  })
  await ensureTemplate(clusterUrl)
  await withClient(clusterUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`))
  const ownerUrl = withDatabase(clusterUrl, name)
  const passwords = newPasswords()
  await ensureLogins(ownerUrl, passwords)
  const url = (role: ProcessRole) => loginUrl(ownerUrl, role, passwords)
  const pool = (role: ProcessRole) => {
    const known = pools.get(role) ?? createPool(url(role), 4)
    pools.set(role, known)
    return known
  }
  const installation = await ensureInstallation(pool('serve'), { name: 'Test', country: 'XA', demonstration: false })
  const services: Services = {
    pool: pool('serve'),
    clock: () => new Date(),
    recordSecret,
    logger: pino({ level: 'silent' }),
  }
  const reader = async (account: string, now = new Date()): Promise<Reader> => {
    const found = await resolveReader(pool('serve'), account, now)
    if (!found) throw new Error(`There is no account ${account}.`)
    return found
  }
  return {
    ownerUrl,
    pool,
    url,
    services,
    installation,
    reader,
    installer: () => reader(installation.installer),
    as: (who, work, grounds = { purpose: 'trace' }) => runCommand(services, who, grounds, work),
  }
}
