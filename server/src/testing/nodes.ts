import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import type { AgreementTerms, PartnerFile } from '@proofmark/contract/schemas/partner'
import { addPartner } from '../exchange/commands/add-partner.ts'
import { identityOf, makeTlsIdentity, type NodeKeys, openNodeKeys } from '../exchange/keys/node-keys.ts'
import { type ExchangeNode, openNode } from '../exchange/node.ts'
import { PeerCaller } from '../exchange/peer/call-peer.ts'
import { type Listening, listen } from '../exchange/peer/listener.ts'
import { peerRoutes } from '../exchange/peer/routes.ts'
import { type Dispatched, dispatch } from '../exchange/runs/dispatch.ts'
import { takeMessages } from '../exchange/runs/take-messages.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'

const WHOLE_DAYS = (amount: number) => ({ amount, unit: 'working_days' }) as const
const DEADLINES = {
  acknowledge: WHOLE_DAYS(2),
  answer: WHOLE_DAYS(20),
  remind: WHOLE_DAYS(10),
  escalate: WHOLE_DAYS(30),
} as const

/** Terms of two states that exchange traces. */
export const termsOfTest: AgreementTerms = {
  legalBasis: 'Bilateral agreement on tracing, article 4',
  purposes: ['criminal_investigation', 'trafficking_investigation'],
  dataClasses: ['traces', 'lost_stolen_wanted'],
  wholeRegisterLaw: null,
  naturalPersons: false,
  handling: [{ scheme: 'europol', codes: ['H0', 'H1', 'H2'] }],
  quotas: { messages: null, evaluations_exact: 10_000, evaluations_skeleton: 1_000, evaluations_damaged: 1_000 },
  deadlines: { routine: DEADLINES, urgent: DEADLINES },
  calendar: { timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: [] },
  clockTolerance: 120,
  validFrom: '2020-01-01',
  validTo: null,
  reviewOn: '2030-01-01',
}

export function keysOfTest(node: string): NodeKeys {
  const { key, certificate } = makeTlsIdentity(new Date())
  const seed = () => randomBytes(32).toString('hex')
  return openNodeKeys(node, { messageSeed: seed(), envelopeSeed: seed(), tlsKey: key, tlsCertificate: certificate })
}

/** A node of a test: a database, keys and a listener of its own, and a clock that the test may put off. */
export interface TestNode extends ExchangeNode {
  readonly database: TestDatabase
  readonly caller: PeerCaller
  readonly endpoint: string
  /** How far its clock is ahead, in milliseconds. */
  readonly clock: { ahead: number }
  /** Stops listening, and listens again at the same port. */
  readonly hang: () => Promise<void>
  readonly listenAgain: () => Promise<void>
  /** Sends what is due now, or would be in so many milliseconds. */
  readonly dispatch: (caller?: { readonly call: PeerCaller['call'] }, later?: number) => Promise<Dispatched>
  readonly take: () => Promise<number>
}

export async function testNode(name: string, database?: TestDatabase): Promise<TestNode> {
  const own = database ?? (await testDatabase())
  const clock = { ahead: 0 }
  const services = { ...own.services, clock: () => new Date(Date.now() + clock.ahead) }
  const node = await openNode(services, keysOfTest(name))
  const options = { address: '127.0.0.1', routes: peerRoutes }
  let listening: Listening | null = await listen(node, { ...options, port: 0 })
  const { port } = listening
  const caller = new PeerCaller(node.keys, services.clock)
  const hang = async () => {
    await listening?.close(0)
    listening = null
  }
  after(async () => {
    caller.close()
    await hang()
  })
  return {
    ...node,
    database: own,
    caller,
    clock,
    endpoint: `https://127.0.0.1:${port}`,
    hang,
    listenAgain: async () => {
      listening = await listen(node, { ...options, port })
    },
    dispatch: (through = caller, later = 0) => {
      const at = { ...services, clock: () => new Date(services.clock().getTime() + later) }
      return openNode(at, node.keys).then((then) => dispatch({ ...then, services }, through))
    },
    take: () => takeMessages(node),
  }
}

export const partnerFileOf = (
  { keys, endpoint }: Pick<TestNode, 'keys' | 'endpoint'>,
  terms: Partial<AgreementTerms> = {},
): PartnerFile => ({
  form: 'proofmark-partner-1',
  name: `Focal point of ${keys.node}`,
  country: keys.node.slice(0, 2),
  endpoint,
  contacts: [
    { agency: 'Tracing desk', unit: null, email: 'desk@example.org', telephone: null, verified: '2026-01-01' },
  ],
  identity: identityOf(keys),
  agreement: { ...termsOfTest, ...terms },
})

/** Makes partners of two nodes, each by the file that the other gave. */
export async function befriend(one: TestNode, other: TestNode, terms: Partial<AgreementTerms> = {}): Promise<void> {
  for (const [own, partner] of [
    [one, other],
    [other, one],
  ] as const)
    await own.database.as(await own.database.installer(), (context) =>
      addPartner(context, partnerFileOf(partner, terms)),
    )
}
