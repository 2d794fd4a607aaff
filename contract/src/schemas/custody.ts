import * as z from 'zod'
import {
  CUSTODY_BREAKS,
  CUSTODY_GRADES,
  CUSTODY_HOLDS,
  CUSTODY_ORDERS,
  CUSTODY_PURPOSES,
  CUSTODY_VERDICTS,
  ORDERING_AUTHORITIES,
} from '../custody-words.ts'
import { EXHIBIT_KINDS } from '../recovery-words.ts'
import { day, grounds, identifier, moment, name, shownReference, text } from './common.ts'
import { recoveryExhibit } from './recovery.ts'
import { examinationShown } from './recovery-answers.ts'

/** An exhibit by its identifier, or by what was scanned from its label. */
export const exhibitCode = text(120).regex(/\S/)
const why = text().regex(/\S/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The answer of a passkey to the hash of what is said (WebAuthn Level 3, section 5.1); the server examines every field. */
const signature = z.looseObject({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
})
export type CustodySignature = z.output<typeof signature>

/** One side: somebody of an agency, an agency alone, or somebody outside by what they are called. */
export const custodySide = z.strictObject({
  account: name.optional(),
  agency: name.optional(),
  person: name.optional(),
  organisation: name.optional(),
})
export type CustodySide = z.output<typeof custodySide>

/** When it happened by the clock of whoever says it, and what their device takes for now. */
const when = { at: moment, deviceAt: moment.optional(), zone: text(60).optional() }

/** What is said of an exhibit; all that a passkey signs stands in it. */
const saidOfExhibit = {
  /** Made by whoever says it: what is sent twice is one event. */
  event: identifier,
  exhibit: exhibitCode,
  /** What begins and ends chains by acts of their own is not said here. */
  purpose: z.enum(CUSTODY_PURPOSES).exclude(['recovered', 'destroy', 'split', 'join']),
  /** `giver` offers it, `receiver` says to have got it, `paper` was signed before a witness, `keeper` keeps it. */
  told: z.enum(['giver', 'receiver', 'paper', 'keeper']).default('giver'),
  /** Whom it came from, where that is not whoever has it by the record. */
  from: custodySide.optional(),
  to: custodySide.optional(),
  ...when,
  place: text(200).optional(),
  /** The storage place into which it goes. */
  storage: identifier.optional(),
  /** The seal as it was found; absent: as recorded. */
  sealFound: shownReference.nullable().optional(),
  /** The seal that it bears now, where it was sealed anew, with the reason. */
  seal: shownReference.nullable().optional(),
  resealed: why.optional(),
  condition: text().optional(),
  witness: name.optional(),
  /** Hash of the scan of the paper. */
  scan: hash.optional(),
  order: identifier.optional(),
  /** For a loan, when it is to be back. */
  due: day.optional(),
}
export const custodyHandOverRequest = z.strictObject({
  ...saidOfExhibit,
  signature: signature.optional(),
  grounds,
})

const answered = {
  event: identifier,
  exhibit: exhibitCode,
  verdict: z.enum(CUSTODY_VERDICTS).default('accepted'),
  ...when,
  /** The seal as it was found; absent: as it was offered. */
  seal: shownReference.nullable().optional(),
  storage: identifier.optional(),
  condition: text().optional(),
}
export const custodyAcceptRequest = z.strictObject({ ...answered, signature: signature.optional(), grounds })

/** What will be said, so that a passkey can sign it: exactly what is sent afterwards, without the signature. */
export const custodySignRequest = z.strictObject({
  handOver: z.strictObject(saidOfExhibit).optional(),
  answer: z.strictObject(answered).optional(),
  disposal: identifier.optional(),
})
export const custodySignOptions = z.object({
  /** SHA-256 over the canonical JSON of the statement: the challenge. */
  hash,
  options: z.record(z.string(), z.unknown()),
})

export const custodyShowRequest = z.strictObject({ exhibit: exhibitCode, grounds })
export const custodyListRequest = z.strictObject({
  list: z.enum(['ours', 'offered', 'stored', 'ended']).default('ours'),
  storage: identifier.optional(),
  after: identifier.optional(),
  limit: z.int().min(1).max(200).default(50),
  grounds,
})

export const custodyExplainRequest = z.strictObject({
  id: identifier,
  exhibit: exhibitCode,
  event: identifier,
  code: z.enum(CUSTODY_BREAKS),
  why,
  grounds,
})

export const custodySplitRequest = z.strictObject({
  event: identifier,
  exhibit: exhibitCode,
  parts: z
    .array(
      z.strictObject({
        exhibit: identifier,
        pieces: z.int().min(1).max(100_000_000).optional(),
        seal: shownReference.optional(),
      }),
    )
    .min(1)
    .max(100),
  /** The seal of what is left, where it was opened. */
  seal: shownReference.nullable().optional(),
  ...when,
  condition: text().optional(),
  grounds,
})
export const custodyJoinRequest = z.strictObject({
  event: identifier,
  /** The whole that is made. */
  exhibit: identifier,
  of: z.array(exhibitCode).min(2).max(50),
  seal: shownReference.optional(),
  ...when,
  condition: text().optional(),
  grounds,
})

export const custodyOrderRequest = z.strictObject({
  id: identifier,
  exhibit: exhibitCode,
  kind: z.enum(CUSTODY_ORDERS),
  authority: z.enum(ORDERING_AUTHORITIES),
  reference: shownReference,
  on: day,
  until: day.optional(),
  conditions: text().optional(),
  scan: hash.optional(),
  grounds,
})
export const custodyHoldRequest = z.strictObject({
  id: identifier,
  exhibit: exhibitCode,
  kind: z.enum(CUSTODY_HOLDS),
  why,
  grounds,
})
export const custodyLiftRequest = z.strictObject({ hold: identifier, exhibit: exhibitCode, why, grounds })

export const custodyLabelsRequest = z.strictObject({
  exhibits: z.array(exhibitCode).min(1).max(240),
  /** Labels already used on the sheet that is fed in. */
  skip: z.int().min(0).max(23).default(0),
  grounds,
})
export const custodyBundleRequest = z.strictObject({
  exhibits: z.array(exhibitCode).min(1).max(50),
  language: z.enum(['en', 'fr', 'ar']).default('en'),
  grounds,
})

const side = z
  .object({
    name: z.string().nullable(),
    organisation: z.string().nullable(),
    /** Of the agencies here, or somebody outside. */
    known: z.boolean(),
  })
  .nullable()
export type ShownSide = z.output<typeof side>

const shownEvent = z.object({
  event: identifier,
  number: z.int(),
  purpose: z.enum(CUSTODY_PURPOSES),
  from: side,
  to: side,
  /** A moment (RFC 3339); a day where no hour was stated; null where no day was either. */
  at: z.string().nullable(),
  recordedAt: z.string(),
  place: z.string().nullable(),
  storage: z.string().nullable(),
  sealIn: z.string().nullable(),
  sealOut: z.string().nullable(),
  condition: z.string().nullable(),
  witness: z.string().nullable(),
  scan: z.string().nullable(),
  grade: z.enum(CUSTODY_GRADES),
  hash,
})
const shownBreak = z.object({
  event: identifier,
  number: z.int(),
  code: z.enum(CUSTODY_BREAKS),
  explanations: z.array(z.object({ why: z.string(), by: z.string(), at: z.string() })),
})

/** What its recovery says that an exhibit is: by that two boxes are told apart. */
const itemSaid = recoveryExhibit.pick({ stated: true, ammunition: true, count: true, description: true })
export type ItemSaid = z.output<typeof itemSaid>

export const custodyShown = z.object({
  exhibit: identifier,
  kind: z.enum(EXHIBIT_KINDS),
  label: z.string(),
  agency: z.string(),
  /** The number on its label in the recovery, where the reader may see that. */
  number: z.string().nullable(),
  /** What it is as stated there, where the reader may see that. */
  said: itemSaid.nullable(),
  /** Of which recovery it is, where the reader may see that. */
  recovery: identifier.nullable(),
  custodian: side,
  ended: z.enum(CUSTODY_PURPOSES).nullable(),
  storage: z.object({ id: identifier, path: z.string() }).nullable(),
  seal: z.string().nullable(),
  unbroken: z.boolean(),
  events: z.array(shownEvent),
  breaks: z.array(shownBreak),
  /** What examiners said of it, beside what its recovery says and never over it. */
  examinations: z.array(examinationShown),
  /** What was offered and waits for an answer, and whether it is the reader's to give. */
  offer: z.object({ event: identifier, to: side, at: z.string(), yours: z.boolean() }).nullable(),
  orders: z.array(
    z.object({
      id: identifier,
      kind: z.enum(CUSTODY_ORDERS),
      authority: z.enum(ORDERING_AUTHORITIES),
      reference: z.string(),
      on: z.string(),
      until: z.string().nullable(),
      conditions: z.string().nullable(),
    }),
  ),
  holds: z.array(
    z.object({ id: identifier, kind: z.enum(CUSTODY_HOLDS), why: z.string(), by: z.string(), since: z.string() }),
  ),
  openTraces: z.int(),
  madeOf: z.array(z.object({ exhibit: identifier, kind: z.enum(['split', 'join']), pieces: z.int().nullable() })),
  becamePartOf: z.array(z.object({ exhibit: identifier, kind: z.enum(['split', 'join']), pieces: z.int().nullable() })),
})
export type CustodyShown = z.output<typeof custodyShown>

const listed = z.object({
  exhibit: identifier,
  kind: z.enum(EXHIBIT_KINDS),
  label: z.string(),
  number: z.string().nullable(),
  said: itemSaid.nullable(),
  custodian: side,
  storage: z.string().nullable(),
  seal: z.string().nullable(),
  unbroken: z.boolean(),
  ended: z.enum(CUSTODY_PURPOSES).nullable(),
})
export const custodyList = z.object({ exhibits: z.array(listed), next: identifier.nullable() })
export type CustodyListed = z.output<typeof listed>
export const custodyDone = z.object({ id: identifier, at: z.string() })
