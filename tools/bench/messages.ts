import { randomBytes, randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { Services } from '../../server/src/access/run-command.ts'
import { chancesFrom } from '../../server/src/demonstration/random.ts'
import { addPartner } from '../../server/src/exchange/commands/add-partner.ts'
import { sendMessage } from '../../server/src/exchange/commands/send-message.ts'
import { makeTlsIdentity, openNodeKeys } from '../../server/src/exchange/keys/node-keys.ts'
import { type ExchangeNode, openNode } from '../../server/src/exchange/node.ts'
import { LinkFailed, PeerCaller } from '../../server/src/exchange/peer/call-peer.ts'
import { listen } from '../../server/src/exchange/peer/listener.ts'
import { peerRoutes } from '../../server/src/exchange/peer/routes.ts'
import { type Caller, dispatch } from '../../server/src/exchange/runs/dispatch.ts'
import { takeMessages } from '../../server/src/exchange/runs/take-messages.ts'
import { createPool } from '../../server/src/store/connection.ts'
import { inTransaction } from '../../server/src/store/transaction.ts'
import { partnerFileOf } from '../../server/src/testing/nodes.ts'
import { type Installation, withInstallation } from './installation.ts'
import { type Measure, measure } from './measure.ts'

const MESSAGES = 10_000
const MATTERS = 2_500
const FAILING = 0.2
const AT_ONCE = 8
const SEED = 11
const DAY_MS = 24 * 3_600_000

interface BenchNode extends ExchangeNode {
  readonly installation: Installation
  readonly endpoint: string
  /** How far its clock is ahead, so that pauses between attempts need not be waited for. */
  readonly clock: { ahead: number }
  readonly close: () => Promise<void>
}

async function openBenchNode(installation: Installation, name: string): Promise<BenchNode> {
  const pool = createPool(installation.store.urls.serve, 12)
  const clock = { ahead: 0 }
  const services: Services = {
    pool,
    clock: () => new Date(Date.now() + clock.ahead),
    recordSecret: randomBytes(32),
    logger: pino({ level: 'silent' }),
  }
  const { key, certificate } = makeTlsIdentity(new Date())
  const seed = () => randomBytes(32).toString('hex')
  const secrets = { messageSeed: seed(), envelopeSeed: seed(), tlsKey: key, tlsCertificate: certificate }
  const node = await openNode(services, openNodeKeys(name, secrets))
  const listening = await listen(node, { port: 0, address: '127.0.0.1', routes: peerRoutes })
  const close = async () => {
    await listening.close(0)
    await pool.end()
  }
  return { ...node, installation, endpoint: `https://127.0.0.1:${listening.port}`, clock, close }
}

/** Fails a share of the calls: half of these before anything is said, half when all was done but the answer. */
function failingLink(caller: PeerCaller): Caller {
  const chances = chancesFrom(SEED)
  return {
    call: async (address, request) => {
      const chance = chances.next()
      if (chance < FAILING / 2) throw new LinkFailed('unreachable')
      const answer = await caller.call(address, request)
      if (chance < FAILING) throw new LinkFailed('link_cut')
      return answer
    },
  }
}

const bodyOf = (number: number) => ({ form: 'proofmark-note-1', text: `${number} `.padEnd(900, 'x'), about: null })

async function putAll({ installation, services }: BenchNode): Promise<Set<string>> {
  const reader = await installation.reader()
  const sent = new Set<string>()
  for (let number = 0; number < MESSAGES; number++) {
    const about = `matter ${number % MATTERS}`
    const { message } = await installation.as(reader, (context) =>
      sendMessage({ ...context, now: services.clock() }, { partner: 'XB', kind: 'note', body: bodyOf(number), about }),
    )
    sent.add(message)
  }
  return sent
}

/** Messages of the same size, each committed by itself, by as many sessions at once as there are attempts. */
async function bareInserts({ store }: Installation): Promise<number> {
  await store.asOwner(async (url) => {
    const pool = createPool(url, 1)
    await pool.query('CREATE TABLE bench_message (id uuid PRIMARY KEY, body bytea NOT NULL)')
    await pool.query('GRANT INSERT ON bench_message TO pm_serve')
    await pool.end()
  })
  const pool = createPool(store.urls.serve, AT_ONCE)
  let left = MESSAGES
  const began = performance.now()
  const session = async () => {
    while (left-- > 0) {
      const body = Buffer.from(JSON.stringify(bodyOf(left)))
      await inTransaction(pool, (client) =>
        client.query('INSERT INTO bench_message (id, body) VALUES ($1, $2)', [randomUUID(), body]),
      )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, session))
  const seconds = (performance.now() - began) / 1_000
  await pool.end()
  await store.asOwner(async (url) => {
    const cleaner = createPool(url, 1)
    await cleaner.query('DROP TABLE bench_message')
    await cleaner.end()
  })
  return MESSAGES / seconds
}

async function between(one: BenchNode, other: BenchNode, step: (name: string) => void): Promise<readonly Measure[]> {
  await one.installation.as(await one.installation.reader(), (context) => addPartner(context, partnerFileOf(other)))
  await other.installation.as(await other.installation.reader(), (context) => addPartner(context, partnerFileOf(one)))
  step(`putting ${MESSAGES} messages into the outbox`)
  const sent = await putAll(one)
  step('sending them over a link of which one call in five fails')
  const caller = new PeerCaller(one.keys, one.services.clock)
  const link = failingLink(caller)
  const began = performance.now()
  for (let left = MESSAGES; left > 0; ) {
    left -= (await dispatch(one, link)).acknowledged
    one.clock.ahead += DAY_MS / 24
    other.clock.ahead = one.clock.ahead
  }
  await takeMessages(other)
  const rate = MESSAGES / ((performance.now() - began) / 1_000)
  caller.close()
  const { rows } = await other.installation.owner.query<{ id: string; attempts: number }>(
    `SELECT id, attempts FROM inbox_message WHERE state = 'taken'`,
  )
  const taken = new Set(rows.map(({ id }) => id))
  const lost = sent.difference(taken).size
  const doubled = rows.length - taken.size + rows.filter(({ attempts }) => attempts !== 1).length
  step('as many bare inserts')
  const bare = await bareInserts(other.installation)
  return [
    measure({ name: 'messages lost, one call in five failing', value: lost, unit: '', target: { atMost: 0 } }),
    measure({ name: 'messages doubled', value: doubled, unit: '', target: { atMost: 0 } }),
    measure({
      name: 'messages sent, receipted and taken',
      value: rate,
      unit: 'a second',
      baseline: { name: 'bare INSERT, a commit each', value: bare },
    }),
  ]
}

/** Messages between two nodes, each with a PostgreSQL of its own, over a link that fails. */
export function benchMessages(step: (name: string) => void): Promise<readonly Measure[]> {
  return withInstallation((first) =>
    withInstallation(async (second) => {
      const one = await openBenchNode(first, 'XA')
      const other = await openBenchNode(second, 'XB')
      try {
        return await between(one, other, step)
      } finally {
        await one.close()
        await other.close()
      }
    }),
  )
}
