import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { LookUpKind } from '@proofmark/contract/private-words'
import type { AgreementTerms } from '@proofmark/contract/schemas/partner'
import type { KnownRequest } from '@proofmark/contract/schemas/private-look-up'
import pg from 'pg'
import type { Run } from '../../access/context.ts'
import { runCommand } from '../../access/run-command.ts'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { type TestDatabase, testDatabase } from '../../testing/test-database.ts'
import { exchangeRun } from './exchange-run.ts'
import { KeyRing } from './keys/key-ring.ts'
import { ask, holderOf } from './look-up.ts'
import type { LookUp } from './node-look-up.ts'
import { answerPeer } from './peer/answer-peer.ts'
import { type LookUpPath, type LookUpPeer, PeerAway } from './peer/look-up-peer.ts'

export const clock = { now: new Date('2026-11-29T10:00:00Z') }
export const days = (count: number) => {
  clock.now = new Date(clock.now.getTime() + count * 24 * 60 * 60 * 1_000)
}

const day = { amount: 1, unit: 'days' } as const
const deadlines = { acknowledge: day, answer: day, remind: day, escalate: day }
export const TERMS: AgreementTerms = {
  legalBasis: 'protocol of the two states',
  purposes: ['criminal_investigation'],
  dataClasses: ['lost_stolen_wanted'],
  wholeRegisterLaw: null,
  naturalPersons: false,
  handling: [],
  quotas: { messages: null, evaluations_exact: 80, evaluations_skeleton: null, evaluations_damaged: null },
  deadlines: { routine: deadlines, urgent: deadlines },
  calendar: { timeZone: 'UTC', workingDays: [1], holidays: [] },
  clockTolerance: 60,
  validFrom: '2026-01-01',
  validTo: null,
  reviewOn: '2027-01-01',
}

export interface Node {
  readonly database: TestDatabase
  readonly folder: string
  readonly lookUp: LookUp
  readonly officer: Run
  readonly customs: Run
  readonly installer: Run
}

/** What went over the line, by its size: changed by a test to stand in the way. */
export interface Line {
  away: boolean
  change: (path: LookUpPath, answer: Uint8Array) => Uint8Array | Promise<Uint8Array>
  readonly sent: { readonly path: LookUpPath; readonly asked: number; readonly answered: number }[]
}
export const line: Line = { away: false, change: (_, answer) => answer, sent: [] }

export async function makeNode(node: string, other: string, peer: LookUpPeer, terms = TERMS): Promise<Node> {
  const database = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-known-'))
  after(() => rm(folder, { recursive: true, force: true }))
  const people = await twoAgencies(database)
  const services = { ...database.services, clock: () => clock.now }
  const runOf =
    async (account: string): Promise<Run> =>
    async (work) =>
      runCommand(services, await database.reader(account), { purpose: 'trace' }, work)
  const installer: Run = async (work) => runCommand(services, await database.installer(), { purpose: 'trace' }, work)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(
    `INSERT INTO partner (short, name, country, endpoint, contacts, added_by) VALUES ($1, $1, $2, NULL, '[]', $3)`,
    [other, other.slice(0, 2), database.installation.installer],
  )
  await owner.query(
    `INSERT INTO agreement (partner, version, terms, valid_from, review_on, made_by) VALUES ($1, 1, $2, $3, $4, $5)`,
    [other, JSON.stringify(terms), terms.validFrom, terms.reviewOn, database.installation.installer],
  )
  await owner.end()
  const lookUp: LookUp = {
    node,
    keys: new KeyRing(join(folder, 'private-look-up'), SEALING, () => clock.now),
    peer,
    asExchange: await exchangeRun(services),
  }
  return {
    database,
    folder,
    lookUp,
    officer: await runOf(people.police),
    customs: await runOf(people.customs),
    installer,
  }
}

export const SEALING = randomBytes(32)
export const wayTo =
  (holder: () => Node, as: string): LookUpPeer =>
  async (partner, path, body) => {
    if (line.away) throw new PeerAway(partner)
    const answer = await answerPeer(holderOf(holder().lookUp, holder().lookUp.node), as, path, body)
    line.sent.push({ path, asked: body.length, answered: answer.length })
    return line.change(path, answer)
  }

export const XA: Node = await makeNode(
  'XA',
  'XB',
  wayTo(() => XB, 'XA'),
)
export const XB: Node = await makeNode(
  'XB',
  'XA',
  wayTo(() => XA, 'XB'),
)

const LOSSES = `id,serial,make,event,date
L-1,AB123456,Glock,theft,2024-03-01
L-2,KX-0O17,Beretta,loss,2023-01-05
L-3,ZZ998877,Zorbo Works,theft,2024-04-01
L-4,55?771,Colt,theft,2024-05-01
`
await sourceWith(
  XB.database,
  { name: 'losses', kind: 'loss-theft', agency: 'Police of XA', visibility: 'pointer' },
  LOSSES,
)
await sourceWith(
  XB.database,
  { name: 'covert', kind: 'loss-theft', agency: 'Police of XA', visibility: 'silent' },
  'id,serial,make,event,date\nC-1,QQ445566,Glock,theft,2024-03-01\n',
)

export const PUBLISH = { partner: 'XA', dataClass: 'lost_stolen_wanted', days: 30, anew: false } as const
export const REQUEST: KnownRequest = { partner: 'XB', serial: '', reference: 'case 17', basis: 'firearms_protocol' }
export const askOf = (serial: string, make?: string, more: Partial<KnownRequest> = {}) =>
  ask(XA.lookUp, XA.officer, { ...REQUEST, serial, ...(make === undefined ? {} : { make }), ...more })
export const entries = async (node: Node, action: string) =>
  (
    await node.database
      .pool('backup')
      .query<{ body: Record<string, unknown> }>(`SELECT body FROM audit_entry WHERE action = $1 ORDER BY recorded_at`, [
        action,
      ])
  ).rows.map(({ body }) => body)
export const counted = async (kind: LookUpKind) => {
  const { rows } = await XB.database
    .pool('serve')
    .query<{ sum: string }>('SELECT coalesce(sum(evaluations), 0) AS sum FROM private_count WHERE kind = $1', [kind])
  return Number(rows[0]!.sum)
}
