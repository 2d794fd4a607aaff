import { after } from 'node:test'
import { createAdaptorServer } from '@hono/node-server'
import type pg from 'pg'
import { ACCESS_TREE } from '../access/ledger/access-tree.ts'
import { sequenceAll } from '../access/ledger/sequence.ts'
import { answerDeconfliction } from '../cases/deconfliction/answer.ts'
import { frameOf as contactFrame, readFrame as readContacts } from '../cases/deconfliction/frame.ts'
import { EXCHANGE_TREE } from '../exchange/ledger/exchange-tree.ts'
import { createApp } from '../http/app.ts'
import { answerSavedItem } from '../linkage/pointers/answer.ts'
import { frameOf, readFrame } from '../linkage/pointers/frame.ts'
import { Background } from '../processes/background.ts'
import { settleLedgers, verifyLedgers } from '../processes/ledgers.ts'
import { clearing } from './exhibits.ts'
import { noLookUp } from './look-up.ts'
import { noNode } from './no-node.ts'
import type { TestDatabase } from './test-database.ts'

/** The keys of a served test database's ledgers. */
export const LEDGER_SEEDS = {
  ledgerSeed: Buffer.alloc(32, 'ledger'),
  exchangeLedgerSeed: Buffer.alloc(32, 'exchange'),
  cosignerSeed: Buffer.alloc(32, 'cosigner'),
}

/**
 * Serves the HTTP door of a test's database within the test's own process, until the file's tests have ended; answers its
 * address. What other processes answer is asked of their code, as their logins, without the pipe and its waiting.
 */
export async function serveApp(database: TestDatabase, pool: pg.Pool = database.pool('serve')): Promise<string> {
  const background = new Background()
  const app = createApp({
    ...database.services,
    pool,
    installation: database.installation,
    signInKey: Buffer.alloc(32, 'sign-in'),
    version: 'test',
    guard: { hosts: [] },
    webFolder: null,
    background,
    lookUp: noLookUp(database.services),
    node: noNode,
    askMatch: async (savedItem) =>
      readFrame(frameOf(await answerSavedItem(database.pool('match'), savedItem, new Date()))),
    askDeconfliction: async (compared) =>
      readContacts(contactFrame(await answerDeconfliction(database.pool('match'), compared, new Date()))),
    askClearance: clearing(database),
    settleLedgers: () => settleLedgers(database.pool('log'), database.installation.id, LEDGER_SEEDS),
    verifyLog: async (kept) => {
      const log = database.pool('log')
      await sequenceAll(log, ACCESS_TREE)
      await sequenceAll(log, EXCHANGE_TREE)
      return verifyLedgers(log, database.installation.id, kept)
    },
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  // A busy machine pauses for longer than a connection is kept by itself, and then the next question finds it closed.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 120_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(async () => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await background.end(5_000)
  })
  const bound = server.address()
  if (typeof bound !== 'object' || bound === null) throw new Error('The server has no port.')
  return `http://127.0.0.1:${bound.port}`
}
