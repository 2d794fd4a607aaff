import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { addPartner } from '../../../server/src/exchange/commands/add-partner.ts'
import {
  identityOf,
  makeTlsIdentity,
  type NodeKeys,
  openNodeKeys,
} from '../../../server/src/exchange/keys/node-keys.ts'
import { readReceipt, signReceipt } from '../../../server/src/exchange/keys/receipt.ts'
import { isSignatureOf, signMessage } from '../../../server/src/exchange/keys/sign-message.ts'
import { type ExchangeNode, openNode } from '../../../server/src/exchange/node.ts'
import { PeerCaller } from '../../../server/src/exchange/peer/call-peer.ts'
import { type Listening, listen } from '../../../server/src/exchange/peer/listener.ts'
import type { PeerRoute } from '../../../server/src/exchange/peer/peer-route.ts'
import { KeyRing } from '../../../server/src/exchange/private/keys/key-ring.ts'
import { ask, holderOf, publishTo } from '../../../server/src/exchange/private/look-up.ts'
import { type LookUp, makeLookUp } from '../../../server/src/exchange/private/node-look-up.ts'
import { peerOverLine } from '../../../server/src/exchange/private/peer/line.ts'
import { lookUpRoutes } from '../../../server/src/exchange/private/peer/look-up-routes.ts'
import { hashOf } from '../../../server/src/exchange/rules/message.ts'
import { callPartner } from '../../../server/src/exchange/runs/call-partner.ts'
import { type Installation, withInstallation } from '../installation.ts'
import { type Measure, measure } from '../measure.ts'
import { timed, timesOf } from '../statistics.ts'
import { agreementOfBench } from './agreement.ts'

const QUESTIONS = 60
const WARM_UP = 10
const BARE = '/bench/bare'

interface Ready {
  readonly installation: Installation
  readonly node: ExchangeNode
  readonly lookUp: LookUp
  readonly listening: Listening
  /** Connections of their own from now on. */
  readonly reconnect: () => void
  readonly call: (path: string, body: Uint8Array) => Promise<Uint8Array>
}

function keysOf(name: string): NodeKeys {
  const { key, certificate } = makeTlsIdentity(new Date())
  const seed = () => randomBytes(32).toString('hex')
  return openNodeKeys(name, { messageSeed: seed(), envelopeSeed: seed(), tlsKey: key, tlsCertificate: certificate })
}

const pinned = (keys: NodeKeys): Uint8Array => Buffer.from(keys.messageKey, 'base64url')

/** A signed message is verified, and a signed receipt given back; nothing is kept. */
const bareRoute = (own: NodeKeys, other: NodeKeys): PeerRoute => ({
  path: BARE,
  limit: 16_384,
  handle: async ({ partner, headers, body }) => {
    if (!(await isSignatureOf(String(headers['x-bench-signature']), body, pinned(other))))
      return { refusal: 'signature_wrong' }
    const receipt = await signReceipt(own, {
      message: randomUUID(),
      hash: hashOf(body).toString('hex'),
      sender: partner,
      receivedAt: new Date().toISOString(),
    })
    return { bytes: Buffer.from(receipt) }
  },
})

async function ready(installation: Installation, own: NodeKeys, other: NodeKeys): Promise<Ready> {
  const { services, folder } = installation
  const node = await openNode(services, own)
  let caller = new PeerCaller(own, services.clock)
  const lookUp = makeLookUp(services, {
    node: own.node,
    keys: new KeyRing(join(folder, 'private-look-up'), randomBytes(32), services.clock),
    peer: peerOverLine((partner, request) => callPartner(node, caller, { partner, ...request })),
  })
  const routes = [...lookUpRoutes(holderOf(lookUp, own.node)), bareRoute(own, other)]
  const listening = await listen(node, { port: 0, address: '127.0.0.1', routes })
  const reconnect = () => {
    caller.close()
    caller = new PeerCaller(own, services.clock)
  }
  const call = async (path: string, body: Uint8Array) => {
    const [sentAt, hash] = [new Date(), hashOf(Buffer.from(body)).toString('hex')]
    const signature = await signMessage(own, body, {
      recipient: other.node,
      message: randomUUID(),
      kind: 'note',
      about: null,
      hash,
      sentAt: sentAt.toISOString(),
      expires: new Date(sentAt.getTime() + 60_000).toISOString(),
    })
    const headers = { 'x-bench-signature': signature }
    const { body: answer } = await callPartner(node, caller, {
      partner: other.node,
      path,
      body,
      headers,
      limit: 16_384,
      patience: 10_000,
    })
    if (!(await readReceipt(answer.toString(), [pinned(other)]))) throw new Error('The receipt does not hold.')
    return answer
  }
  return { installation, node, lookUp, listening, reconnect, call }
}

async function befriend({ installation }: Ready, other: NodeKeys, port: number): Promise<void> {
  await installation.as(await installation.reader(), (context) =>
    addPartner(context, {
      form: 'proofmark-partner-1',
      name: other.node,
      country: other.node,
      endpoint: `https://127.0.0.1:${port}`,
      contacts: [],
      identity: identityOf(other),
      agreement: agreementOfBench,
    }),
  )
}

async function compare(asker: Ready, holder: Ready): Promise<Measure[]> {
  // As a request is answered: the reader is resolved once.
  const reader = await asker.installation.reader()
  const run: Parameters<typeof ask>[1] = (work) => asker.installation.as(reader, work)
  const publisher: typeof run = async (work) => holder.installation.as(await holder.installation.reader(), work)
  await publishTo(holder.lookUp, publisher, { partner: 'XA', dataClass: 'lost_stolen_wanted', days: 30, anew: false })
  const request = {
    partner: 'XB',
    serial: 'AB123456',
    make: 'Glock',
    reference: 'bench',
    basis: 'firearms_protocol',
  } as const
  const question = async () => {
    const { why } = await ask(asker.lookUp, run, request)
    if (why !== 'not_known') throw new Error(`The question was answered with ${why}.`)
  }
  const body = randomBytes(1_024)
  const bare = () => asker.call(BARE, body)
  const times = { kept: [] as number[], keptBare: [] as number[], own: [] as number[], ownBare: [] as number[] }
  for (let at = 0; at < WARM_UP + QUESTIONS; at += 1) {
    for (const [fresh, work, into] of [
      [false, question, times.kept],
      [false, bare, times.keptBare],
      [true, question, times.own],
      [true, bare, times.ownBare],
    ] as const) {
      if (fresh) asker.reconnect()
      const { milliseconds } = await timed<unknown>(work)
      if (at >= WARM_UP) into.push(milliseconds)
    }
  }
  const median = (samples: readonly number[]) => timesOf(samples).median
  return [
    measure({
      name: 'a question to another node, each over a connection of its own, median',
      unit: 'ms',
      value: median(times.own),
      baseline: { name: 'signed message and receipt', value: median(times.ownBare) },
      target: { atMost: 5 },
    }),
    measure({
      name: 'the same over one connection that is kept',
      unit: 'ms',
      value: median(times.kept),
      baseline: { name: 'signed message and receipt', value: median(times.keptBare) },
    }),
  ]
}

/** What a question costs from end to end, logged and counted on both sides, beside a bare signed exchange that keeps nothing. */
export function benchQuestion(step: (name: string) => void): Promise<Measure[]> {
  step('questions between two nodes, beside bare signed exchanges')
  return withInstallation((first) =>
    withInstallation(async (second) => {
      const [a, b] = [keysOf('XA'), keysOf('XB')]
      const asker = await ready(first, a, b)
      const holder = await ready(second, b, a)
      try {
        await befriend(asker, b, holder.listening.port)
        await befriend(holder, a, asker.listening.port)
        return await compare(asker, holder)
      } finally {
        asker.reconnect()
        holder.reconnect()
        await asker.listening.close(0)
        await holder.listening.close(0)
      }
    }),
  )
}
