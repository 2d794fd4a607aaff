import * as z from 'zod'
import { DATA_CLASSES, DEADLINE_UNITS, INBOX_STATES, OUTBOX_STATES, PARTNER_STATES, QUOTAS } from '../exchange-words.ts'
import { MESSAGE_KINDS } from '../message-kinds.ts'
import { EVALUATION_SCHEMES, INTENDED_USES } from '../trace-words.ts'
import { day, identifier, moment, name, shownReference, text } from './common.ts'
import { contact } from './trace-message.ts'

/** By what nodes know each other: a state, and where it has several nodes a word of its own for each. */
export const nodeName = z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,12})?$/)
const country = z.string().regex(/^[A-Z]{2}$/)
/** SHA-256 of the DER certificate. */
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
/** 32 bytes: the raw public key, as RFC 8037 writes it. */
const publicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

const pinnedKey = z.strictObject({ key: publicKey, from: moment.nullable(), to: moment.nullable() })
export type PinnedKey = z.infer<typeof pinnedKey>

/** What identifies a node to others; `proofmark partner identity` writes one's own. */
export const nodeIdentity = z.strictObject({
  form: z.literal('proofmark-identity-1'),
  node: nodeName,
  /** Certificates of its end of a connection. Several while one follows another. */
  certificates: z.array(fingerprint).min(1).max(4),
  /** Ed25519: what it signs messages and receipts with. */
  messageKeys: z.array(pinnedKey).min(1).max(8),
  /** X25519: what files for it are encrypted to. */
  envelopeKeys: z.array(pinnedKey).min(1).max(8),
})
export type NodeIdentity = z.infer<typeof nodeIdentity>

const deadline = z.strictObject({ amount: z.number().int().min(1).max(366), unit: z.enum(DEADLINE_UNITS) })
export const deadlines = z.strictObject({
  acknowledge: deadline,
  answer: deadline,
  remind: deadline,
  escalate: deadline,
  /** After this a request without an answer expires by itself; where nothing is said, after the default. */
  expire: deadline.exactOptional(),
})
export type Deadlines = z.infer<typeof deadlines>

/** Who of the asking agency is told of what is to be escalated, by name; where nobody is named, all who trace. */
export const escalateTo = name

const isTimeZone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

export const workingCalendar = z.strictObject({
  /** As the IANA database names it: `Africa/Nairobi`. */
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, { params: { expected: 'time_zone' } }),
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  workingDays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  holidays: z.array(day).max(400),
})
export type WorkingCalendar = z.infer<typeof workingCalendar>

const quota = z.number().int().min(0).max(100_000_000).nullable()

/** What two nodes agreed on. A change is a new version; the earlier ones stay. */
export const agreementTerms = z.strictObject({
  /** The treaty, law or protocol on which data may go to this partner. */
  legalBasis: text(500).regex(/\S/),
  purposes: z.array(z.enum(INTENDED_USES)).min(1),
  dataClasses: z.array(z.enum(DATA_CLASSES)),
  /** The law that allows asking about a whole register; without it `whole_register` is refused. */
  wholeRegisterLaw: text(500).regex(/\S/).nullable(),
  /** May a natural person be named in what goes to them? */
  naturalPersons: z.boolean(),
  /** Codes by scheme that both accept on what is exchanged. */
  handling: z.array(z.strictObject({ scheme: z.enum(EVALUATION_SCHEMES), codes: z.array(text(20)).max(40) })).max(3),
  /** For each day; null: not bounded. */
  quotas: z.strictObject(
    Object.fromEntries(QUOTAS.map((each) => [each, quota])) as Record<(typeof QUOTAS)[number], typeof quota>,
  ),
  deadlines: z.strictObject({ routine: deadlines, urgent: deadlines }),
  escalateTo: escalateTo.exactOptional(),
  calendar: workingCalendar,
  /** How far the clocks of the two may be apart, in seconds. */
  clockTolerance: z.number().int().min(1).max(86_400),
  /** How many days back a partner that was restored is told what was exchanged; 30 where nothing is said. */
  restoreWindowDays: z.number().int().min(1).max(366).exactOptional(),
  validFrom: day,
  /** The last day; null: until it is ended. */
  validTo: day.nullable(),
  reviewOn: day,
})
export type AgreementTerms = z.infer<typeof agreementTerms>

/** The file of `proofmark partner add`. */
export const partnerFile = z.strictObject({
  form: z.literal('proofmark-partner-1'),
  name,
  country,
  /** Null: reached by files alone. */
  endpoint: z
    .url({ protocol: /^https$/ })
    .max(300)
    .nullable(),
  contacts: z.array(contact).max(20),
  identity: nodeIdentity,
  agreement: agreementTerms,
})
export type PartnerFile = z.infer<typeof partnerFile>

export const deliveryFigures = z.object({
  waiting: z.number().int(),
  dead: z.number().int(),
  acknowledged: z.number().int(),
  received: z.number().int(),
  failed: z.number().int(),
  refused: z.number().int(),
})

export const listedPartner = z.object({
  partner: nodeName,
  name: z.string(),
  country,
  state: z.enum(PARTNER_STATES),
  endpoint: z.string().nullable(),
  contacts: z.array(contact),
  certificates: z.array(z.object({ fingerprint, revokedAt: moment.nullable() })),
  messageKeys: z.array(
    z.object({ key: publicKey, from: moment.nullable(), to: moment.nullable(), revokedAt: moment.nullable() }),
  ),
  /** Null where none is in force. */
  agreement: z.object({ version: z.number().int(), ...agreementTerms.shape }).nullable(),
  /** After a restore nothing is sent until it was asked what it has. */
  /** Since when it says that it was restored and lost what was exchanged, where that waits for a person here. */
  restore: z.object({ since: moment, declaredAt: moment }).nullable(),
  reconciled: z.boolean(),
  /** When it last was; null: never had to be. */
  reconciledAt: moment.nullable(),
  figures: deliveryFigures,
})
export type ListedPartner = z.infer<typeof listedPartner>
export const partnerList = z.object({ partners: z.array(listedPartner) })

/** What became of a message at one attempt, or by one person. */
export const deliveryItem = z.object({
  direction: z.enum(['out', 'in']),
  message: identifier.nullable(),
  kind: z.string().nullable(),
  reason: z.string(),
  /** The words of `reason` in the reader's language. */
  why: z.string().nullable(),
  /** Who did it; null where it came about by itself. */
  by: z.string().nullable(),
  at: moment,
})
export type DeliveryItem = z.infer<typeof deliveryItem>

export const outboxItem = z.object({
  message: identifier,
  partner: nodeName,
  kind: z.enum(MESSAGE_KINDS),
  about: z.string().nullable(),
  hash: fingerprint,
  bytes: z.number().int(),
  state: z.enum(OUTBOX_STATES),
  attempts: z.number().int(),
  nextAttemptAt: moment.nullable(),
  /** Of the last attempt; null where there was none. */
  reason: z.string().nullable(),
  /** The words of `reason` in the reader's language. */
  why: z.string().nullable(),
  createdAt: moment,
  acknowledgedAt: moment.nullable(),
  /** The partner's receipt: a compact JWS. */
  receipt: z.string().nullable(),
})
export type OutboxItem = z.infer<typeof outboxItem>

export const inboxItem = z.object({
  message: identifier,
  partner: nodeName,
  kind: z.string(),
  about: z.string().nullable(),
  hash: fingerprint,
  bytes: z.number().int(),
  state: z.enum(INBOX_STATES),
  reason: z.string().nullable(),
  why: z.string().nullable(),
  attempts: z.number().int(),
  sentAt: moment,
  receivedAt: moment,
  takenAt: moment.nullable(),
  /** What we gave back. Null where it was refused. */
  receipt: z.string().nullable(),
})
export type InboxItem = z.infer<typeof inboxItem>

const before = z
  .string()
  .regex(/^\d{1,18}$/)
  .optional()
const limit = z.number().int().min(1).max(200).default(50)
export const outboxRequest = z.strictObject({
  partner: nodeName.optional(),
  kind: z.enum(MESSAGE_KINDS).optional(),
  state: z.enum(OUTBOX_STATES).optional(),
  before,
  limit,
})
export const inboxRequest = z.strictObject({
  partner: nodeName.optional(),
  kind: z.enum(MESSAGE_KINDS).optional(),
  state: z.enum(INBOX_STATES).optional(),
  before,
  limit,
})
/** `next`: what `before` takes for those that come after; null at the end. */
export const outboxPage = z.object({ messages: z.array(outboxItem), next: z.string().nullable() })
export const inboxPage = z.object({ messages: z.array(inboxItem), next: z.string().nullable() })

export const outboxActRequest = z.strictObject({
  message: identifier,
  act: z.enum(['retry', 'give_up']),
  why: text(500).regex(/\S/).optional(),
})
export const inboxActRequest = z.strictObject({ partner: nodeName, message: identifier })
/** `in`: an identifier is its sender's own choice, so that the partner belongs to it. */
export const messageHistoryRequest = z.strictObject({
  direction: z.enum(['out', 'in']),
  partner: nodeName,
  message: identifier,
})
export const messageHistory = z.object({ history: z.array(deliveryItem) })

export const takeOutRequest = z.strictObject({ partner: nodeName })
export const takenOut = z.object({
  /** What the file is to be called. */
  file: z.string(),
  /** Its content, which the partner alone can open. */
  sealed: z.string(),
  messages: z.number().int(),
  receipts: z.number().int(),
})
export const takenIn = z.object({
  partner: nodeName,
  stored: z.number().int(),
  repeated: z.number().int(),
  acknowledged: z.number().int(),
  /** Why others were refused, in the reader's language, one for each. */
  refused: z.array(z.string()),
})
export type TakenInShown = z.infer<typeof takenIn>
/** A person says that a partner that says so was restored, or was not; they asked it over another way. */
export const partnerRestoreRequest = z.strictObject({
  partner: nodeName,
  approved: z.boolean(),
  why: text(500).regex(/\S/),
})

export const partnerStateRequest = z.strictObject({ partner: nodeName, state: z.enum(PARTNER_STATES) })
export const certificateRevokeRequest = z.strictObject({ partner: nodeName, fingerprint })
export const partnerAdded = z.object({ partner: nodeName, version: z.number().int() })

export const grantRequest = z.strictObject({
  partner: nodeName,
  dataClass: z.enum(DATA_CLASSES),
  subject: shownReference,
  expires: moment,
})
export const grantGiven = z.object({ grant: identifier })
export const grantRevokeRequest = z.strictObject({ grant: identifier })
export const messageSent = z.object({ message: identifier })
export const listedGrant = z.object({
  grant: identifier,
  partner: nodeName,
  dataClass: z.string(),
  subject: z.string(),
  grantedAt: moment,
  expires: moment,
  revokedAt: moment.nullable(),
  /** How the message stands by which the partner was told that it was revoked; null where it was not. */
  told: z.enum(OUTBOX_STATES).nullable(),
  receipt: z.string().nullable(),
})
export const grantList = z.object({ grants: z.array(listedGrant) })

export const partnerShowRequest = z.strictObject({ partner: nodeName })
export const partnerShown = z.object({
  partner: listedPartner,
  /** Our own end, to be compared with what they have of us; null where no process here holds the keys. */
  own: nodeIdentity.nullable(),
  /** Every version of the agreement, the last first. */
  versions: z.array(
    z.object({
      version: z.number().int(),
      legalBasis: z.string(),
      validFrom: day,
      validTo: day.nullable(),
      reviewOn: day,
      by: z.string(),
      at: moment,
    }),
  ),
  grants: z.array(listedGrant),
  /** What this partner was told that was not right, the last first. */
  corrections: z.array(
    z.object({
      correction: identifier,
      subject: z.string(),
      said: z.string(),
      erase: z.boolean(),
      by: z.string(),
      at: moment,
      message: identifier,
      state: z.enum(OUTBOX_STATES),
    }),
  ),
  /** The last of its delivery record. */
  deliveries: z.array(deliveryItem),
})
export type PartnerShown = z.infer<typeof partnerShown>
export const correctionRequest = z.strictObject({
  subject: shownReference,
  said: text(4_000).regex(/\S/),
  erase: z.boolean(),
})
export const correctionSent = z.object({
  correction: identifier,
  told: z.array(z.object({ partner: nodeName, message: identifier })),
})
