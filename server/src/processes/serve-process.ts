import { createAdaptorServer } from '@hono/node-server'
import type { Installation } from '../access/commands/create-installation.ts'
import type { ShownVerdict } from '../access/present/verdict.ts'
import type { Services } from '../access/run-command.ts'
import { askDeconflictionOver } from '../cases/deconfliction/ask-match.ts'
import { askClearanceOver } from '../custody/clearance/ask-match.ts'
import { nodeLine } from '../exchange/node-line.ts'
import type { PeerResponse } from '../exchange/peer/call-peer.ts'
import { askKeys } from '../exchange/private/keys/ask-keys.ts'
import { makeLookUp } from '../exchange/private/node-look-up.ts'
import { peerOverLine } from '../exchange/private/peer/line.ts'
import { createApp } from '../http/app.ts'
import { askMatch } from '../linkage/pointers/ask-match.ts'
import { createPool } from '../store/connection.ts'
import { keepDeadlines } from '../tracing/runs/keep-deadlines.ts'
import { Background } from './background.ts'
import { createAsk } from './channel.ts'
import { createLogger, endWithParent, receiveSetup } from './child.ts'

export interface ServeConfiguration {
  readonly url: string
  readonly recordSecret: string
  readonly signInKey: string
  readonly installation: Installation
  /** The name by which partners know this node. */
  readonly node: string
  readonly version: string
  readonly port: number
  readonly address: string
  readonly hosts: readonly string[]
  readonly webFolder: string | null
}

/** What the process of exchange needs beside the time that the partner takes. */
const PASSING_ON_MS = 5_000
/** How long the examination of a whole log may take. */
const VERIFY_DEADLINE_MS = 10 * 60 * 1000

/** How long the log process may take to give places and to sign. */
const SETTLE_DEADLINE_MS = 60_000

/** How long answers and work under way may take once the process is asked to end. */
const END_MS = 5_000

const setup = await receiveSetup<ServeConfiguration>()
const pool = createPool(setup.url, 10)
const ask = createAsk(process)
const background = new Background()
const services: Services = {
  pool,
  clock: () => new Date(),
  recordSecret: Buffer.from(setup.recordSecret, 'hex'),
  logger: createLogger('serve'),
}
background.add(keepDeadlines(services, background.signal))
const app = createApp({
  ...services,
  signInKey: Buffer.from(setup.signInKey, 'hex'),
  installation: setup.installation,
  version: setup.version,
  guard: { hosts: setup.hosts },
  webFolder: setup.webFolder,
  background,
  lookUp: makeLookUp(services, {
    node: setup.node,
    keys: askKeys(ask),
    peer: peerOverLine(
      async (partner, request) =>
        (await ask('exchange', 'call', { partner, ...request }, request.patience + PASSING_ON_MS)) as PeerResponse,
    ),
  }),
  node: nodeLine(ask),
  askMatch: (savedItem) => askMatch(ask, savedItem),
  askDeconfliction: (compared) => askDeconflictionOver(ask, compared),
  askClearance: (kept) => askClearanceOver(ask, kept),
  settleLedgers: () => ask('log', 'settle', null, SETTLE_DEADLINE_MS),
  verifyLog: async (kept) => (await ask('log', 'verify', kept, VERIFY_DEADLINE_MS)) as ShownVerdict,
})

/** The largest file over a slow line. Whoever is not signed in is answered before a byte of the body is read. */
const UPLOAD_DEADLINE_MS = 6 * 60 * 60 * 1000

const server = createAdaptorServer({ fetch: app.fetch })
if ('requestTimeout' in server) server.requestTimeout = UPLOAD_DEADLINE_MS
server.on('error', (failure: NodeJS.ErrnoException) => {
  process.send?.({ type: 'refused', code: failure.code ?? failure.name })
})
server.listen(setup.port, setup.address, () => {
  const bound = server.address()
  process.send?.({ type: 'ready', port: typeof bound === 'object' && bound ? bound.port : setup.port })
})
endWithParent(async () => {
  const settled = background.end(END_MS)
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const forced = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), END_MS)
  await closed
  clearTimeout(forced)
  await settled
  await pool.end()
})
