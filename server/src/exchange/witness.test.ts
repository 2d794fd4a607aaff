import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { MessageKind } from '@proofmark/contract/message-kinds'
import { openCheckpoint } from '@proofmark/proofs/checkpoint'
import { compareCheckpoints } from '@proofmark/proofs/compare-checkpoints'
import { signKeyChange } from '@proofmark/proofs/key-change'
import { verifyInclusion } from '@proofmark/proofs/merkle'
import { parseVerifierKey } from '@proofmark/proofs/note-key'
import pg from 'pg'
import { sequenceAll, signTree } from '../access/ledger/sequence.ts'
import { settleLedgers, verifyLedgers } from '../processes/ledgers.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { beginWitnessAnew } from './commands/begin-witness-anew.ts'
import { decideKeyChange } from './commands/decide-key-change.ts'
import { noteKeysSwitched, offerKeyChange } from './commands/offer-key-change.ts'
import { recordExchange } from './commands/record-exchange.ts'
import { sendLedger } from './commands/send-ledger.ts'
import { EXCHANGE_TREE } from './ledger/exchange-tree.ts'
import { exchangeSigner } from './ledger/ledger-names.ts'
import { messageForms } from './message-forms.ts'
import { ledgerView } from './queries/ledger-view.ts'
import { listKeyChanges } from './queries/list-key-changes.ts'
import { inclusionOf } from './queries/tree-proofs.ts'
import { receivers } from './receivers.ts'
import { keepWitness } from './runs/keep-witness.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const terms = { validFrom: '2020-01-01', validTo: null, dataClasses: [], purposes: [], handling: [] }

/** One of two nodes, with the other as its partner. */
class Node {
  readonly database: TestDatabase
  readonly seeds: { ledgerSeed: Buffer; exchangeLedgerSeed: Buffer; cosignerSeed: Buffer }
  readonly name: string
  now = Date.now()
  #taken = new Set<string>()

  constructor(name: string, database: TestDatabase) {
    this.name = name
    this.database = database
    const seed = (of: string) => createHash('sha256').update(`${name} ${of}`).digest()
    this.seeds = {
      ledgerSeed: seed('access'),
      exchangeLedgerSeed: seed('exchange'),
      cosignerSeed: seed('cosigner'),
    }
  }

  run = async <Result>(work: Parameters<TestDatabase['as']>[1]): Promise<Result> => {
    const reader = await this.database.installer()
    return this.database.as(reader, (context) => work({ ...context, now: new Date(this.now) })) as Promise<Result>
  }

  async befriend(partner: string): Promise<void> {
    const { installer } = this.database.installation
    await this.run(async ({ client }) => {
      await client.query(
        `INSERT INTO partner (short, name, country, contacts, added_by) VALUES ($1, $1, $1, '[]', $2)`,
        [partner, installer],
      )
      await client.query(
        `INSERT INTO agreement (partner, version, terms, valid_from, review_on, made_by) VALUES ($1, 1, $2, '2020-01-01', '2030-01-01', $3)`,
        [partner, JSON.stringify(terms), installer],
      )
    })
  }

  exchange(count: number): Promise<void> {
    return this.run(async (context) => {
      for (let at = 0; at < count; at++)
        await recordExchange(context, {
          direction: 'incoming',
          partner: 'XC',
          message: randomUUID(),
          kind: 'trace-request',
          hash: createHash('sha256').update(String(at)).digest('hex'),
        })
    })
  }

  settle = () => settleLedgers(this.database.pool('log'), this.database.installation.id, this.seeds)
  verify = (kept: readonly string[] = []) =>
    verifyLedgers(this.database.pool('log'), this.database.installation.id, kept)
  view = () => this.run<Awaited<ReturnType<typeof ledgerView>>>(ledgerView)

  /** A day passes; what is due is put into the outbox, and what is there goes to the other. */
  async dayWith(other: Node): Promise<void> {
    this.now += DAY_MS
    await keepWitness((work) => this.run(work as never))
    const { rows } = await this.database
      .pool('serve')
      .query<{ id: string; kind: MessageKind; body: Buffer }>(
        'SELECT id, kind, body FROM outbox_message ORDER BY number',
      )
    for (const { id, kind, body } of rows) {
      if (this.#taken.has(id)) continue
      this.#taken.add(id)
      const read = messageForms[kind].schema.parse(JSON.parse(body.toString('utf8')))
      await other.run((context) =>
        receivers[kind](context, { partner: this.name, message: id, body: read, sentAt: new Date(this.now) }),
      )
    }
  }

  /** What a keeper with the owner's rights does: the ledger forgets all that it had. */
  async forget(): Promise<void> {
    const owner = new pg.Client({ connectionString: this.database.ownerUrl })
    await owner.connect()
    await owner.query('TRUNCATE exchange_entry, exchange_queue, exchange_leaf, exchange_frontier, exchange_checkpoint')
    await owner.end()
  }
}

const xa = new Node('XA', await testDatabase())
const xb = new Node('XB', await testDatabase())
await xa.befriend('XB')
await xb.befriend('XA')

/** XA shows its ledger, XB answers. */
async function round(): Promise<void> {
  await xa.settle()
  await xa.dayWith(xb)
  await xb.settle()
  await xb.dayWith(xa)
}

test('a partner cosigns what it is shown, day by day, and the ledger is sound with every cosignature', async () => {
  await xa.exchange(3)
  await round()
  const first = await xa.view()
  assert.deepEqual(
    first.cosignatures.map(({ partner, size }) => [partner, size]),
    [['XB', 3]],
  )
  await xa.exchange(9)
  await round()
  const view = await xa.view()
  // Twelve requests, and the checkpoint that was sent before.
  assert.equal(view.checkpoint?.size, 13)
  assert.ok(view.cosignatures.some(({ size }) => size === 13))
  const verdict = await xa.verify([view.checkpoint!.note])
  assert.deepEqual([verdict.ok, verdict.faults], [true, []])
  assert.deepEqual((await xb.view()).refusals, [])
})

test('each entry can be proved to stand under the checkpoint, and no other', async () => {
  const { checkpoint, key } = await xa.view()
  const { size, root } = openCheckpoint(checkpoint!.note, {
    origin: parseVerifierKey(key!).name,
    keys: [parseVerifierKey(key!)],
  })
  await xa.run(async ({ client }) => {
    const { rows } = await client.query<{ leaf_hash: Buffer }>('SELECT leaf_hash FROM exchange_leaf ORDER BY index')
    for (const index of [0, 1, 7, size - 1]) {
      const proof = await inclusionOf(client, index, size)
      const claim = { leafHash: rows[index]!.leaf_hash, index, tree: { size, root }, proof }
      assert.equal(verifyInclusion(claim), true)
      assert.equal(verifyInclusion({ ...claim, index: (index + 1) % size }), false)
    }
  })
})

test('an entry that was changed is found in the exchange ledger, and named with its tree', async () => {
  const owner = new pg.Client({ connectionString: xa.database.ownerUrl })
  await owner.connect()
  await owner.query(
    `UPDATE exchange_entry SET partner = 'XD' WHERE id = (SELECT entry_id FROM exchange_leaf WHERE index = 2)`,
  )
  const { ok, faults } = await xa.verify()
  assert.equal(ok, false)
  assert.deepEqual(
    faults.map(({ tree, fault, index }) => [tree, fault, index]),
    [['exchange', 'entry_changed', 2]],
  )
  await owner.query(`UPDATE exchange_entry SET partner = 'XC' WHERE partner = 'XD'`)
  await owner.end()
})

test('a ledger that was put back is refused with what the witness holds, and its keeper is told', async () => {
  const before = (await xa.view()).checkpoint!
  await xa.forget()
  await xa.exchange(5)
  await xa.settle()
  await xa.run(({ client }) => client.query('UPDATE exchange_witness SET holds = 0'))
  await round()
  const refusal = (await xb.view()).refusals.at(-1)!
  assert.deepEqual([refusal.partner, refusal.reason, refusal.held], ['XA', 'rolled_back', before.note])
  const [dispute] = (await xa.view()).disputes
  assert.deepEqual([dispute?.partner, dispute?.reason, dispute?.held], ['XB', 'rolled_back', before.note])
  assert.equal((await xa.verify([before.note])).ok, false)
})

test('a ledger that shows another history of the size that the witness holds has proved it against itself', async () => {
  const held = (await xb.view()).witnessed.find(({ partner }) => partner === 'XA')!
  await sequenceAll(xa.database.pool('log'), EXCHANGE_TREE)
  const { rows } = await xa.database.pool('log').query<{ size: string }>('SELECT size FROM exchange_frontier')
  await xa.exchange(held.size - Number(rows[0]!.size))
  await sequenceAll(xa.database.pool('log'), EXCHANGE_TREE)
  const signer = exchangeSigner(xa.database.installation.id, xa.seeds.exchangeLedgerSeed)
  await signTree(xa.database.pool('log'), signer, EXCHANGE_TREE)
  await xa.run(({ client }) => client.query('UPDATE exchange_witness SET holds = 0, sent_at = NULL'))
  await xa.dayWith(xb)
  const refusal = (await xb.view()).refusals.at(-1)!
  assert.equal(refusal.reason, 'split_view')
  const log = { origin: signer.name, keys: [signer] }
  const [one, other] = [openCheckpoint(refusal.held!, log), openCheckpoint(refusal.offered, log)]
  assert.equal(compareCheckpoints(one, other, null), 'split_view')
  assert.equal((await xb.view()).witnessed.find(({ partner }) => partner === 'XA')!.note, held.note)
})

test('a proof from another size than the witness holds is asked for again, and speaks against nobody', async () => {
  await xb.exchange(2)
  await xb.settle()
  await xb.dayWith(xa)
  await xa.settle()
  await xa.dayWith(xb)
  await xb.run(({ client }) => client.query('UPDATE exchange_witness SET holds = 1'))
  await xb.exchange(4)
  await xb.settle()
  await xb.dayWith(xa)
  const refused = (await xa.view()).refusals.at(-1)!
  assert.equal(refused.reason, 'proof_from_elsewhere')
  await xa.dayWith(xb)
  await xb.settle()
  await xb.dayWith(xa)
  await xa.settle()
  await xa.dayWith(xb)
  assert.ok((await xb.view()).cosignatures.some(({ size }) => size > 8))
  const { rows } = await xa.database
    .pool('log')
    .query(`SELECT FROM audit_entry WHERE action = 'exchange.checkpoint_refused'`)
  assert.deepEqual(rows, [])
})

test('a ledger that was put back is witnessed anew once an administrator says so, and what was held before stays', async () => {
  const held = (await xb.view()).witnessed.find(({ partner }) => partner === 'XA')!
  await xb.run((context) =>
    beginWitnessAnew({ ...context, reader: { ...context.reader, roles: ['administrator'] } }, 'XA'),
  )
  assert.deepEqual((await xb.view()).witnessed, [])
  assert.equal((await xb.view()).refusals.at(-1)!.held, held.note)
  await xa.exchange(1)
  await xa.settle()
  await xa.dayWith(xb)
  const anew = (await xb.view()).witnessed.find(({ partner }) => partner === 'XA')!
  assert.equal(anew.note, (await xa.view()).checkpoint!.note)
})

test('the ledger’s key follows by a note that both signed: its witness is shown nothing before a person took it, then goes on', async () => {
  const next = createHash('sha256').update('XA next').digest()
  const signer = (seed: Uint8Array) => exchangeSigner(xa.database.installation.id, seed)
  const note = signKeyChange(signer(xa.seeds.exchangeLedgerSeed), signer(next))
  const { told } = await xa.run<{ told: readonly string[] }>((context) =>
    offerKeyChange(context, { what: 'ledger', note }),
  )
  assert.deepEqual(told, ['XB'])
  await xa.settle()
  xa.seeds.exchangeLedgerSeed = next
  await xa.run((context) => noteKeysSwitched(context, 'ledger'))
  await round()
  const held = (await xb.view()).witnessed.find(({ partner }) => partner === 'XA')!
  assert.notEqual(held.key, (await xa.view()).key)
  const { offered } = await xb.run<Awaited<ReturnType<typeof listKeyChanges>>>(listKeyChanges)
  const decision = { partner: 'XA', message: offered[0]!.message, verdict: 'taken' } as const
  await xb.run((context) => decideKeyChange(context, decision))
  await xb.dayWith(xa)
  await xa.exchange(1)
  await round()
  const now = (await xb.view()).witnessed.find(({ partner }) => partner === 'XA')!
  assert.equal(now.key, (await xa.view()).key)
  assert.ok(now.size > held.size)
  assert.deepEqual((await xb.view()).refusals.at(-1)?.reason, 'begun_anew')
  const verdict = await xa.verify([now.note])
  assert.deepEqual(verdict.faults, [])
})

test('a checkpoint is sent at once when somebody asks for it, and not twice', async () => {
  await xa.exchange(1)
  await xa.settle()
  const send = () => xa.run<string[]>((context) => sendLedger(context, {}))
  assert.deepEqual(await send(), ['XB'])
  assert.deepEqual(await send(), [])
})

test('another key than the first is not believed, nor what is no checkpoint', async () => {
  const strange = exchangeSigner(xa.database.installation.id, Buffer.alloc(32, 5))
  const body = {
    form: 'proofmark-checkpoint-1',
    key: `${strange.name}+${strange.keyId}+AQ==`,
    checkpoint: 'nothing of the kind',
    older: 0,
    proof: [],
  }
  const received = { partner: 'XA', message: randomUUID(), body, sentAt: new Date() }
  await xb.run((context) => receivers.checkpoint(context, received))
  assert.equal((await xb.view()).refusals.at(-1)!.reason, 'unreadable')
})
