import { createHash } from 'node:crypto'
import type { AgreementTerms, PartnerFile } from '@proofmark/contract/schemas/partner'
import type { Context } from '../../access/context.ts'
import { addPartner } from '../../exchange/commands/add-partner.ts'
import { claimOutbox } from '../../exchange/commands/claim-outbox.ts'
import { giveGrant } from '../../exchange/commands/give-grant.ts'
import { sendCorrection } from '../../exchange/commands/send-correction.ts'
import { sendMessage } from '../../exchange/commands/send-message.ts'
import { acknowledge, postpone } from '../../exchange/commands/settle-outbox.ts'
import { storeMessage } from '../../exchange/commands/store-message.ts'
import type { NodeKeys } from '../../exchange/keys/node-keys.ts'
import { keyName, privateKeyOf, rawPublicKey } from '../../exchange/keys/raw-keys.ts'
import { signReceipt } from '../../exchange/keys/receipt.ts'
import { signMessage } from '../../exchange/keys/sign-message.ts'
import { hashOf } from '../../exchange/rules/message.ts'
import { saveContact } from '../../tracing/commands/save-contact.ts'
import { identifierOf, type Offices } from './offices.ts'

const DAYS = (amount: number) => ({ amount, unit: 'working_days' }) as const
const HOURS = (amount: number) => ({ amount, unit: 'hours' }) as const
const GRANTED_MS = 90 * 86_400_000

const TERMS: AgreementTerms = {
  legalBasis: 'Agreement on firearms tracing of 4 May 2023, article 6',
  purposes: ['criminal_investigation', 'trafficking_investigation'],
  dataClasses: ['traces', 'lost_stolen_wanted'],
  wholeRegisterLaw: null,
  naturalPersons: false,
  handling: [{ scheme: 'europol', codes: ['H0', 'H1', 'H2'] }],
  quotas: { messages: 500, evaluations_exact: 800, evaluations_skeleton: 160, evaluations_damaged: 320 },
  deadlines: {
    routine: { acknowledge: DAYS(2), answer: DAYS(20), remind: DAYS(15), escalate: DAYS(30) },
    urgent: { acknowledge: HOURS(4), answer: DAYS(2), remind: DAYS(1), escalate: DAYS(3) },
  },
  calendar: { timeZone: 'Africa/Nairobi', workingDays: [1, 2, 3, 4, 5], holidays: ['2026-12-25', '2027-01-01'] },
  clockTolerance: 120,
  validFrom: '2024-01-01',
  validTo: null,
  reviewOn: '2027-06-30',
}

/** Keys of a node that nobody runs: they are told by its name, and so protect nothing. */
function keysOf(node: string): NodeKeys {
  const seed = (word: string) => createHash('sha256').update(`demonstration node ${node} ${word}`).digest()
  const message = privateKeyOf('Ed25519', seed('message'))
  const envelope = privateKeyOf('X25519', seed('envelope'))
  return {
    node,
    message,
    messageKey: keyName(rawPublicKey(message)),
    envelope,
    envelopeKey: keyName(rawPublicKey(envelope)),
    tls: { key: '', cert: '' },
    fingerprint: seed('certificate').toString('hex'),
  }
}

const NEIGHBOUR = keysOf('XB')
const ISLANDS = keysOf('XC')

function fileOf(keys: NodeKeys, rest: Pick<PartnerFile, 'name' | 'endpoint' | 'contacts' | 'agreement'>): PartnerFile {
  const pinned = (key: string) => [{ key, from: null, to: null }]
  return {
    form: 'proofmark-partner-1',
    country: keys.node,
    identity: {
      form: 'proofmark-identity-1',
      node: keys.node,
      certificates: [keys.fingerprint],
      messageKeys: pinned(keys.messageKey),
      envelopeKeys: pinned(keys.envelopeKey),
    },
    ...rest,
  }
}

const FILES = [
  fileOf(NEIGHBOUR, {
    name: 'National Tracing Centre of XB',
    endpoint: 'https://tracing.xb.example:4443',
    contacts: [
      {
        agency: 'National Tracing Centre',
        unit: 'Duty desk',
        email: null,
        telephone: '+XB 20 0110',
        verified: '2026-09-14',
      },
    ],
    agreement: TERMS,
  }),
  fileOf(ISLANDS, {
    name: 'Customs of the XC Islands',
    endpoint: null,
    contacts: [{ agency: 'Customs Headquarters', unit: null, email: null, telephone: '+XC 4 0031', verified: null }],
    agreement: { ...TERMS, legalBasis: 'Memorandum of 12 March 2022', dataClasses: ['traces'], reviewOn: '2025-03-12' },
  }),
]

const note = (text: string, about: string) => ({ form: 'proofmark-note-1', text, about })

async function isLeft({ query }: Context): Promise<boolean> {
  return (await query.selectFrom('outbox_message').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** What was sent to the neighbour: one receipted, one that it does not take, one that could not be delivered yet. */
async function leaveSent(context: Context): Promise<void> {
  const partner = 'XB'
  for (const [text, about] of [
    ['The register of 2015 is with us in paper. Ask by telephone.', 'FFP 24/018'],
    ['Do you hold deliveries of lot 1182?', 'FFP 24/031'],
    ['Our desk is closed on 2 January.', 'FFP 24/044'],
  ] as const)
    await sendMessage(context, { partner, kind: 'note', body: note(text, about), about, subjects: [about] })
  const [told, refused, late] = await claimOutbox(context, partner, 3)
  const receipt = await signReceipt(NEIGHBOUR, {
    message: told!.id,
    hash: told!.sha256.toString('hex'),
    sender: 'XA',
    receivedAt: context.now.toISOString(),
  })
  await acknowledge(context, told!, receipt)
  await postpone(context, refused!, 'form_unknown', 0)
  await postpone(context, late!, 'unreachable', 0)
  await sendCorrection(context, { subject: 'FFP 24/018', said: 'The register of 2015 was scanned.', erase: false })
  const expires = new Date(context.now.getTime() + GRANTED_MS)
  await giveGrant(context, { partner, dataClass: 'traces', subject: 'FFP 24/031', expires })
}

/** What came from the neighbour: a note, and a message of a kind that this version does not know. */
async function leaveReceived(context: Context): Promise<void> {
  for (const [kind, body] of [
    ['note', note('Lot 1182 left in two consignments.', 'FFP 24/031')],
    ['stock-return', { form: 'proofmark-stock-return-1' }],
  ] as const) {
    const bytes = Buffer.from(JSON.stringify(body))
    const signature = await signMessage(NEIGHBOUR, bytes, {
      recipient: 'XA',
      message: identifierOf('message of XB', kind),
      kind,
      about: null,
      hash: hashOf(bytes).toString('hex'),
      sentAt: context.now.toISOString(),
      expires: new Date(context.now.getTime() + 3_600_000).toISOString(),
    })
    const arrival = { partner: 'XB', door: 'node', body: bytes, signature, partnerClock: null } as const
    await storeMessage(context, keysOf('XA'), arrival)
  }
}

const CONTACTS = [
  { country: 'XB', kind: 'liaison_officer', agency: 'Embassy of XB', telephone: '+XB 20 0187', verified: null },
  {
    country: 'XC',
    kind: 'magistrate',
    agency: 'Court of the XC Islands',
    telephone: '+XC 4 0077',
    verified: '2026-10-02',
  },
] as const

async function leaveContacts(context: Context): Promise<void> {
  for (const { country, kind, ...contact } of CONTACTS)
    await saveContact(context, {
      id: identifierOf('contact', country),
      country,
      partner: null,
      kind,
      role: null,
      contact: { ...contact, unit: null, email: null },
      removed: false,
    })
}

/** Two partners, one of them by files alone, and messages in different states. */
export async function leavePartners({ as }: Offices): Promise<void> {
  for (const file of FILES) await as('Pell Hasko')((context) => addPartner(context, file))
  await as('Ilse Moravan')(async (context) => {
    if (await isLeft(context)) return
    await leaveSent(context)
    await leaveReceived(context)
    await leaveContacts(context)
    await sendMessage(context, { partner: 'XC', kind: 'note', body: note('Please name a contact.', 'FFP 24/052') })
  })
}
