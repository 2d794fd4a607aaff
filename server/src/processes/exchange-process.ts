import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { noteOwnCertificate } from '../exchange/commands/note-own-certificate.ts'
import { type NodeSecrets, openNodeKeys } from '../exchange/keys/node-keys.ts'
import { openNode } from '../exchange/node.ts'
import { answersToDesk } from '../exchange/node-line.ts'
import { PeerCaller } from '../exchange/peer/call-peer.ts'
import { listen } from '../exchange/peer/listener.ts'
import { peerRoutes } from '../exchange/peer/routes.ts'
import { askKeys } from '../exchange/private/keys/ask-keys.ts'
import { lookUpRoutes } from '../exchange/private/peer/look-up-routes.ts'
import { callPartner } from '../exchange/runs/call-partner.ts'
import { dispatch } from '../exchange/runs/dispatch.ts'
import { keepWitness } from '../exchange/runs/keep-witness.ts'
import { reconcile } from '../exchange/runs/reconcile.ts'
import { takeMessages } from '../exchange/runs/take-messages.ts'
import { createPool } from '../store/connection.ts'
import { answerQuestions, createAsk } from './channel.ts'
import { createLogger, endWithParent, receiveSetup } from './child.ts'
import { reasonOf } from './reason.ts'

export interface ExchangeConfiguration {
  readonly url: string
  readonly recordSecret: string
  /** The name by which partners know this node. */
  readonly node: string
  readonly secrets: NodeSecrets
  readonly port: number
  readonly address: string
}

const LOOK_AGAIN_MS = 500
const RECONCILE_MS = 30_000
/** How often it is looked whether a partner is due to be shown our ledger, or to be told what became of its own. */
const WITNESS_MS = 5_000
/** How long answers and attempts under way may take once the process is asked to end. */
const END_MS = 5_000

const setup = await receiveSetup<ExchangeConfiguration>()
const logger = createLogger('exchange')
const pool = createPool(setup.url, 10)
const services = {
  pool,
  clock: () => new Date(),
  recordSecret: Buffer.from(setup.recordSecret, 'hex'),
  logger,
}
const node = await openNode(services, openNodeKeys(setup.node, setup.secrets))
const caller = new PeerCaller(node.keys, services.clock)
const ending = new AbortController()

/** Does `work` again and again until the process ends; a failure is logged, and the next turn comes all the same. */
async function again(work: () => Promise<unknown>, pause: number, failed: string): Promise<void> {
  while (!ending.signal.aborted) {
    await work().catch((failure: unknown) => {
      if (!ending.signal.aborted) logger.error({ reason: reasonOf(failure) }, failed)
    })
    await sleep(pause, undefined, { signal: ending.signal }).catch(() => {})
  }
}

const question = z.object({
  partner: z.string(),
  path: z.string(),
  body: z.instanceof(Uint8Array),
  limit: z.number(),
  patience: z.number(),
})
answerQuestions(
  process,
  { ...answersToDesk(node), call: async (input) => callPartner(node, caller, question.parse(input)) },
  (failure) => logger.warn({ reason: reasonOf(failure) }, 'a partner could not be asked'),
)

try {
  await node.run((context) => noteOwnCertificate(context, node.keys))
  const holder = { name: setup.node, run: node.run, keys: askKeys(createAsk(process)) }
  const routes = [...peerRoutes, ...lookUpRoutes(holder)]
  const listening = await listen(node, { port: setup.port, address: setup.address, routes })
  const working = Promise.all([
    again(() => reconcile(node, caller), RECONCILE_MS, 'partners could not be asked what they have'),
    again(() => dispatch(node, caller, ending.signal), LOOK_AGAIN_MS, 'messages could not be sent'),
    again(() => takeMessages(node), LOOK_AGAIN_MS, 'messages could not be taken'),
    again(() => keepWitness(node.run), WITNESS_MS, 'partners could not be shown the exchange ledger'),
  ])
  endWithParent(async () => {
    ending.abort()
    await listening.close(END_MS)
    await Promise.race([working, sleep(END_MS, undefined, { ref: false })])
    caller.close()
    await pool.end()
  })
  process.send?.({ type: 'ready', port: listening.port })
} catch (failure) {
  const { code, name } = failure as NodeJS.ErrnoException
  process.send?.({ type: 'refused', code: code ?? name })
}
