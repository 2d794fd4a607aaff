import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ExchangeConfiguration } from '../processes/exchange-process.ts'
import { partnerFileOf } from '../testing/nodes.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { addPartner } from './commands/add-partner.ts'
import { sendMessage } from './commands/send-message.ts'
import { FAULT_POINTS, type FaultPoint } from './fault-point.ts'
import { makeTlsIdentity, type NodeKeys, type NodeSecrets, openNodeKeys } from './keys/node-keys.ts'

const PROCESS = fileURLToPath(new URL('../processes/exchange-process.ts', import.meta.url))
const PATIENCE_MS = 120_000

/** A node of three, each with a database of its own, as the process of exchange runs it. */
class Node {
  readonly keys: NodeKeys
  readonly database: TestDatabase
  readonly port: number
  readonly #secrets: NodeSecrets
  #child: ChildProcess | null = null

  constructor(name: string, database: TestDatabase, port: number) {
    const { key, certificate } = makeTlsIdentity(new Date())
    const seed = () => randomBytes(32).toString('hex')
    this.#secrets = { messageSeed: seed(), envelopeSeed: seed(), tlsKey: key, tlsCertificate: certificate }
    this.keys = openNodeKeys(name, this.#secrets)
    this.database = database
    this.port = port
  }

  get endpoint(): string {
    return `https://127.0.0.1:${this.port}`
  }

  /** Starts the process; where a point is named, it is killed there. */
  async start(dieAt?: FaultPoint): Promise<ChildProcess> {
    const { PROOFMARK_DIE_AT: _, ...env } = process.env
    const child = fork(PROCESS, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
      env: { ...env, NODE_ENV: 'test', ...(dieAt === undefined ? {} : { PROOFMARK_DIE_AT: dieAt }) },
    })
    this.#child = child
    const configuration: ExchangeConfiguration = {
      url: this.database.url('serve'),
      recordSecret: this.database.services.recordSecret.toString('hex'),
      node: this.keys.node,
      secrets: this.#secrets,
      port: this.port,
      address: '127.0.0.1',
    }
    child.send({ type: 'setup', configuration })
    const [said] = (await once(child, 'message')) as [{ readonly type: string }]
    assert.equal(said.type, 'ready')
    return child
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  async befriend(other: Node): Promise<void> {
    const owner = await this.database.installer()
    await this.database.as(owner, (context) => addPartner(context, partnerFileOf(other)))
  }

  /** Puts a correction into the outbox: its effect is a row, which can be counted. */
  async put(partner: string): Promise<string> {
    const body = {
      ...{ form: 'proofmark-correction-1', id: randomUUID(), messages: [randomUUID()], subject: 'a firearm' },
      ...{ said: 'It was another.', erase: false },
    }
    const { message } = await this.database.as(await this.database.installer(), (context) =>
      sendMessage(context, { partner, kind: 'correction', body }),
    )
    return message
  }

  async count(text: string, message: string): Promise<number> {
    const { rows } = await this.database.pool('backup').query<{ count: string }>(text, [message])
    return Number(rows[0]!.count)
  }

  sent = (message: string) =>
    this.count(`SELECT count(*) FROM outbox_message WHERE id = $1 AND receipt IS NOT NULL`, message)
  kept = (message: string) =>
    this.count(`SELECT count(*) FROM inbox_message WHERE id = $1 AND receipt IS NOT NULL`, message)
  effects = (message: string) => this.count('SELECT count(*) FROM received_correction WHERE message = $1', message)
  committed = (message: string) => this.count('SELECT count(*) FROM exchange_entry WHERE message = $1::text', message)

  /** As if the pause after an attempt, or the lease of one that was cut off, were over. */
  async hurry(): Promise<void> {
    await this.database.pool('serve').query(`UPDATE outbox_message SET next_attempt_at = now() WHERE state = 'waiting'`)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const begun = Date.now(); !(await what()); await sleep(100))
    if (Date.now() - begun > PATIENCE_MS) throw new Error('It did not come about.')
}

const [xa, xb, xc] = [
  new Node('XA', await testDatabase(), await freePort()),
  new Node('XB', await testDatabase(), await freePort()),
  new Node('XC', await testDatabase(), await freePort()),
]
for (const node of [xa, xb, xc]) for (const other of [xa, xb, xc]) if (other !== node) await node.befriend(other)
after(() => Promise.all([xa, xb, xc].map((node) => node.stop())))

const AT: Readonly<Record<FaultPoint, { readonly dies: 'sender' | 'receiver'; readonly step: string }>> = {
  claimed: { dies: 'sender', step: 'before a byte leaves' },
  arrived: { dies: 'receiver', step: 'before it is stored' },
  storing: { dies: 'receiver', step: 'between the signed receipt and its commit' },
  stored: { dies: 'receiver', step: 'between storing it and the reply' },
  receipted: { dies: 'sender', step: 'between receiving the receipt and settling' },
  settling: { dies: 'sender', step: 'between settling and its commit' },
  settled: { dies: 'sender', step: 'after it is settled' },
  taking: { dies: 'receiver', step: 'between its effect and the commit' },
  taken: { dies: 'receiver', step: 'after its effect' },
}

/** What survives at the moment of the kill, and what happens then, in the words of the operator's guide. */
function rowOf(
  { dies, step }: (typeof AT)[FaultPoint],
  receipt: number,
  held: number,
  effects: number,
  repeated: number,
) {
  const sender = receipt === 1 ? 'the message and the receipt' : 'the message, waiting'
  // Of a sender that dies the receiver goes on meanwhile: whether the effect is there already, chance decides.
  const isTaken = dies === 'receiver' && effects > 0
  const kept = `the message${isTaken ? ', its receipt and its effect' : ' and its receipt'}`
  const receiver = held === 0 ? 'nothing' : kept
  const next =
    held === 0
      ? 'it is sent again, and taken'
      : repeated > 0
        ? 'it is sent again and gets the same receipt'
        : dies === 'receiver' && effects === 0
          ? 'its effect is taken at the next start'
          : 'nothing'
  return `| the ${dies}, ${step} | ${sender} | ${receiver} | ${next} |`
}

test('killed at whatever step of a message, on either side, nothing is lost and nothing is taken twice', async () => {
  await xc.start()
  const rows: string[] = []
  for (const point of FAULT_POINTS) {
    const { dies } = AT[point]
    const isOfReceiver = dies === 'receiver'
    const message = await xa.put('XB')
    // What dies while it takes an effect has answered before: the sender is let have that receipt first.
    const late = point === 'taking' || point === 'taken'
    if (late) {
      await xb.start('stored')
      await xa.start()
      await until(async () => (await xb.kept(message)) === 1)
      await xb.stop()
      await xa.database
        .pool('serve')
        .query(
          `UPDATE outbox_message SET state = 'acknowledged', acknowledged_at = now(), receipt = 'its receipt' WHERE id = $1`,
          [message],
        )
    } else await (isOfReceiver ? xa.start() : xb.start())
    const victim = isOfReceiver ? xb : xa
    const child = await victim.start(point)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    assert.equal(child.signalCode, 'SIGKILL', point)
    if (isOfReceiver) await xa.stop()
    else await xb.stop()
    const survived = [await xa.sent(message), await xb.kept(message), await xb.effects(message)] as const

    // Another partner is not concerned.
    const elsewhere = await xa.put('XC')
    await xa.start()
    await until(async () => (await xc.effects(elsewhere)) === 1)
    await xb.start()
    await xa.hurry()
    await until(async () => (await xa.sent(message)) === 1 && (await xb.effects(message)) === 1)
    const outcome = [await xb.kept(message), await xa.committed(message), await xb.committed(message)]
    assert.deepEqual(outcome, [1, 1, 1], point)
    const repeated = await xb.count(
      `SELECT count(*) FROM delivery WHERE message_id = $1 AND reason = 'repeated'`,
      message,
    )
    rows.push(rowOf(AT[point], ...survived, repeated))
    await Promise.all([xa.stop(), xb.stop()])
  }
  const guide = await readFile(new URL('../../../docs/guide-operator.md', import.meta.url), 'utf8')
  assert.deepEqual(
    rows.filter((row) => !guide.includes(row)),
    [],
    `the guide tells what was found:\n${rows.join('\n')}`,
  )
})
