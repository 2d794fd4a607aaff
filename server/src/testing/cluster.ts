import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectionUrl } from '../store/connection.ts'
import { startEmbedded } from '../store/embedded/start-embedded.ts'

/** Where the tests of one run find their shared cluster; the runner sets it, a single file starts its own. */
export const CLUSTER_VARIABLE = 'PROOFMARK_TEST_CLUSTER'

export interface TestCluster {
  /** As the superuser. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/**
 * Starts a cluster that forgets everything: no fsync, in a temporary folder that goes with it. Nothing lives in it long
 * enough to be vacuumed, and its many databases would each be looked at again and again.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-test-'))
  const off = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }
  const settings = { ...off, shared_buffers: '128MB' }
  const { host, port, superuser: user, password, stop } = await startEmbedded({ folder, settings })
  return {
    url: connectionUrl({ host, port, user, password, database: 'postgres' }),
    stop: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
