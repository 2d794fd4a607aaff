import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { KnownRequest } from '@proofmark/contract/schemas/private-look-up'
import type { Run } from '../../access/context.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { partnerFileOf, type TestNode, testNode } from '../../testing/nodes.ts'
import { addPartner } from '../commands/add-partner.ts'
import { listen } from '../peer/listener.ts'
import { callPartner } from '../runs/call-partner.ts'
import { KeyRing } from './keys/key-ring.ts'
import { ask, holderOf, publishTo } from './look-up.ts'
import { type LookUp, makeLookUp } from './node-look-up.ts'
import { peerOverLine } from './peer/line.ts'
import { LOOK_UP_PATHS } from './peer/look-up-peer.ts'
import { lookUpRoutes } from './peer/look-up-routes.ts'

interface Side {
  readonly node: TestNode
  readonly lookUp: LookUp
  readonly endpoint: string
  readonly installer: Run
  readonly close: () => Promise<void>
}

async function sideOf(name: string): Promise<Side> {
  const node = await testNode(name)
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-line-'))
  const lookUp = makeLookUp(node.services, {
    node: name,
    keys: new KeyRing(folder, randomBytes(32), node.services.clock),
    peer: peerOverLine((partner, request) => callPartner(node, node.caller, { partner, ...request })),
  })
  const routes = lookUpRoutes(holderOf(lookUp, name))
  const listening = await listen(node, { port: 0, address: '127.0.0.1', routes })
  after(async () => {
    await listening.close(0)
    await rm(folder, { recursive: true, force: true })
  })
  const installer: Run = async (work) => node.database.as(await node.database.installer(), work)
  const endpoint = `https://127.0.0.1:${listening.port}`
  return { node, lookUp, endpoint, installer, close: () => listening.close(0) }
}

const [XA, XB] = [await sideOf('XA'), await sideOf('XB')]
for (const [own, other] of [
  [XA, XB],
  [XB, XA],
] as const)
  await own.installer((context) => addPartner(context, partnerFileOf({ ...other.node, endpoint: other.endpoint })))
await twoAgencies(XB.node.database)
await sourceWith(
  XB.node.database,
  { name: 'losses', kind: 'loss-theft', agency: 'Police of XA', visibility: 'pointer' },
  'id,serial,make,event,date\nL-1,AB123456,Glock,theft,2024-03-01\n',
)
const asked: KnownRequest = {
  partner: 'XB',
  serial: 'AB123456',
  make: 'Glock',
  reference: 'case 17',
  basis: 'firearms_protocol',
}
const askOf = (serial: string) => ask(XA.lookUp, XA.installer, { ...asked, serial })

test('two nodes ask each other over the line between them, by who holds the certificate and by nothing that is said', async () => {
  await publishTo(XB.lookUp, XB.installer, { partner: 'XA', dataClass: 'lost_stolen_wanted', days: 30, anew: false })
  assert.deepEqual([(await askOf('AB123456')).known, (await askOf('AB123457')).known], [true, false])
})

test('what is too large is cut off, and what no partner sent is answered to nobody', async () => {
  const call = (path: string, body: Uint8Array) =>
    callPartner(XA.node, XA.node.caller, { partner: 'XB', path, body, limit: 4_096, patience: 10_000 })
  assert.equal((await call(LOOK_UP_PATHS.evaluate, Buffer.alloc(2_000_000, ' '))).status, 413)
  assert.match((await call(LOOK_UP_PATHS.evaluate, Buffer.from('{}'))).body.toString(), /request_refused/)
  assert.equal((await call('/peer/private/keys', Buffer.from('{}'))).status, 404)
})

test('a node whose certificate was revoked learns nothing, and neither does one whose partner is gone', async () => {
  await XB.node.database.pool('serve').query(`UPDATE partner_certificate SET revoked_at = now() WHERE partner = 'XA'`)
  const answer = await askOf('AB123456')
  assert.deepEqual([answer.known, answer.why], [null, 'partner_away'])
  await XB.close()
  assert.equal((await askOf('AB123456')).why, 'partner_away')
})
