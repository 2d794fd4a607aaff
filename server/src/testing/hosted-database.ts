import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import pg from 'pg'
import { withDatabase } from '../store/connection.ts'
import { CLUSTER_VARIABLE, startTestCluster } from './cluster.ts'

/**
 * The URL of an empty database on the run's shared cluster (or one of the file's own), as an operator's PostgreSQL: for
 * tests of commands that would else start the embedded one for each. It goes with its cluster.
 */
export async function hostedDatabase(): Promise<string> {
  const shared = process.env[CLUSTER_VARIABLE]
  const own = shared === undefined ? await startTestCluster() : null
  const cluster = own?.url ?? shared!
  const name = `hosted_${randomBytes(6).toString('hex')}`
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: cluster })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await ask(`CREATE DATABASE ${name}`)
  after(() => own?.stop())
  return withDatabase(cluster, name)
}
