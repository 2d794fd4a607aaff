import type { AgreementTerms, NodeIdentity, PartnerFile } from '@proofmark/contract/schemas/partner'
import type { DemoNode } from './node.ts'

const days = (amount: number) => ({ amount, unit: 'working_days' }) as const
const DEADLINES = { acknowledge: days(2), answer: days(20), remind: days(10), escalate: days(30) } as const

/** What all three agreed; XB's law lets its partners ask about its whole register. */
const TERMS: AgreementTerms = {
  legalBasis: 'Agreement of XA, XB and XC on tracing firearms, article 4',
  purposes: ['criminal_investigation', 'trafficking_investigation'],
  dataClasses: ['traces', 'lost_stolen_wanted', 'whole_register'],
  wholeRegisterLaw: 'Firearms Act of XB, section 31',
  naturalPersons: true,
  handling: [{ scheme: 'europol', codes: ['H0', 'H1'] }],
  quotas: { messages: 1_000, evaluations_exact: 2_000, evaluations_skeleton: 200, evaluations_damaged: 200 },
  deadlines: { routine: DEADLINES, urgent: DEADLINES },
  calendar: { timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: [] },
  clockTolerance: 120,
  validFrom: '2020-01-01',
  validTo: null,
  reviewOn: '2035-01-01',
}

/** The file by which a node is made known to its partners; `endpoint` where they reach it by another way. */
export async function partnerFileOf(node: DemoNode, endpoint?: string): Promise<PartnerFile> {
  const { name, exchangePort } = node
  const contact = { unit: null, email: `desk@example.${name.toLowerCase()}`, telephone: null, verified: '2024-01-15' }
  return {
    form: 'proofmark-partner-1',
    name: `Focal point of ${name}`,
    country: name,
    endpoint: endpoint ?? `https://127.0.0.1:${exchangePort}`,
    contacts: [{ agency: `Firearms desk of ${name}`, ...contact }],
    identity: JSON.parse(await node.shell('administrator', 'partner', 'identity')) as NodeIdentity,
    agreement: TERMS,
  }
}

/** Lets a node know a partner by its file. */
export async function introduce(node: DemoNode, file: PartnerFile): Promise<void> {
  await node.shell('administrator', 'partner', 'add', await node.file(`${file.identity.node}.json`, file))
}

/** Makes partners of them all, each of each. */
export async function befriend(nodes: readonly DemoNode[]): Promise<void> {
  await Promise.all(
    nodes.map(async (node) => {
      const file = await partnerFileOf(node)
      for (const other of nodes) if (other !== node) await introduce(other, file)
    }),
  )
}
