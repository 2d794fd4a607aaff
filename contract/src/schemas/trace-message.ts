import { MARK_KINDS, MARK_STATES, PARTS } from '@proofmark/domain/marking'
import * as z from 'zod'
import { DIVERSION_KINDS } from '../life-words.ts'
import { LEGAL_BASES } from '../purposes.ts'
import {
  ADDRESSEE_ROLES,
  CHAIN_ROLES,
  EVALUATION_SCHEMES,
  ILLICIT_GROUNDS,
  INTENDED_USES,
  PARTY_KINDS,
  RECOVERY_KINDS,
  REFUSAL_REASONS,
  REPLY_KINDS,
  TRACE_OUTCOMES,
  TRACE_PRIORITIES,
  TRACE_QUESTIONS,
} from '../trace-words.ts'
import { day, identifier, shownReference, text } from './common.ts'

/** The published form of a trace request and its reply: what travels between states, whatever carries it. */
export const TRACE_FORM = 'proofmark-trace-1'

const LONG_TEXT = 4_000
const country = z.string().regex(/^[A-Z]{2}$/)
/** The days between two, both included; null where there is no bound. */
const days = z.strictObject({ from: day.nullable(), to: day.nullable() })
const said = (limit = 500) => text(limit).nullable()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** How its originator evaluates what is said and what may be done with it, in the originator's own scheme. */
export const handling = z.strictObject({
  scheme: z.enum(EVALUATION_SCHEMES),
  sourceGrade: text(20).nullable(),
  informationGrade: text(20).nullable(),
  /** `H1`, `P`, `C`, … of the scheme. */
  codes: z.array(text(20)).max(10),
  conditions: said(LONG_TEXT),
  originator: text(120),
  expires: day.nullable(),
})
export type Handling = z.infer<typeof handling>

/** Whom to ask, and when it was last verified that they are the right ones. */
export const contact = z.strictObject({
  agency: text(120),
  unit: said(120),
  email: said(200),
  telephone: said(60),
  verified: day.nullable(),
})
export type Contact = z.infer<typeof contact>

export const tracedMark = z.strictObject({
  kind: z.enum(MARK_KINDS),
  part: z.enum(PARTS),
  /** As it stands on the firearm, `?` for a lost character, `[8B]` for a doubtful one. */
  observed: text(200),
  state: z.enum(MARK_STATES),
  country: country.nullable(),
})
export type TracedMark = z.infer<typeof tracedMark>

const photograph = z.strictObject({ file: text(200), hash, view: text(60) })

/** The firearm (International Tracing Instrument, paragraph 17 (b)). Null is not known, and is never guessed. */
export const tracedFirearm = z.strictObject({
  type: said(120),
  action: said(120),
  /** Maker and importer are two: the maker made it, the importer's mark drives the route. */
  make: said(200),
  importer: said(200),
  model: said(200),
  calibre: said(120),
  countryOfManufacture: country.nullable(),
  /** Why the country of manufacture is not known, where it is not. */
  countryUnknownBecause: said(),
  year: z.strictObject({ from: z.number().int(), to: z.number().int() }).nullable(),
  importMark: z.strictObject({ country, year: z.number().int().nullable() }).nullable(),
  serial: z.strictObject({ observed: said(200), state: z.enum(MARK_STATES), part: z.enum(PARTS) }),
  marks: z.array(tracedMark).max(40),
  alterations: z.array(text(120)).max(20),
  photographs: z.array(photograph).max(20),
})
export type TracedFirearm = z.infer<typeof tracedFirearm>

export const traceRequestMessage = z.strictObject({
  form: z.literal(TRACE_FORM),
  what: z.literal('trace-request'),
  /** Of the asking state; every answer names it. */
  id: identifier,
  /** The request of which this one is the next hop. */
  parent: identifier.nullable(),
  requestedAt: z.iso.datetime(),
  /** Until when an answer is asked for. */
  answerBy: day.nullable(),
  requester: z.strictObject({ country, contact, reference: shownReference, legalBasis: z.enum(LEGAL_BASES) }),
  addressee: z.strictObject({ country, contact: contact.nullable(), role: z.enum(ADDRESSEE_ROLES) }),
  priority: z.enum(TRACE_PRIORITIES),
  /** Why it is urgent: nothing is urgent without it. */
  urgentBecause: said(LONG_TEXT),
  /** Paragraph 17 (c). */
  intendedUse: z.array(z.enum(INTENDED_USES)).min(1),
  intendedUseText: said(LONG_TEXT),
  /** Paragraph 17 (a). */
  illicitGrounds: z.array(z.enum(ILLICIT_GROUNDS)).min(1),
  legalJustification: text(LONG_TEXT),
  circumstances: z.strictObject({
    kind: z.enum(RECOVERY_KINDS),
    date: days,
    country: country.nullable(),
    place: said(200),
    summary: said(LONG_TEXT),
  }),
  firearm: tracedFirearm,
  questions: z.array(z.enum(TRACE_QUESTIONS)).min(1),
  related: z.array(shownReference).max(40),
  ballisticLead: z.boolean(),
  handling,
  attachments: z.array(z.strictObject({ file: text(200), hash })).max(20),
})
export type TraceRequestMessage = z.infer<typeof traceRequestMessage>

/** One link of the chain of supply, as the answering state's records tell it. */
export const chainLink = z.strictObject({
  place: z.number().int().min(1),
  role: z.enum(CHAIN_ROLES),
  /** A business or an authority by name. A natural person only where the agreement allows it, else null. */
  name: said(200),
  /** What that is; where it is not said, a holder counts as a natural person. */
  party: z.enum(PARTY_KINDS).exactOptional(),
  country: country.nullable(),
  date: days,
  quantity: z.number().int().min(1).nullable(),
  document: z.strictObject({ kind: text(120), number: said(120) }).nullable(),
  /** What the link rests on: a register, an import licence, a dealer's book. */
  evidence: said(),
})
export type ChainLink = z.infer<typeof chainLink>

export const traceReplyMessage = z.strictObject({
  form: z.literal(TRACE_FORM),
  what: z.literal('trace-reply'),
  id: identifier,
  request: identifier,
  repliedAt: z.iso.datetime(),
  replier: z.strictObject({ country, contact, reference: shownReference.nullable() }),
  kind: z.enum(REPLY_KINDS),
  /** Of a refusal or a delay; and of a partial answer where something was kept back. */
  reason: z.enum(REFUSAL_REASONS).nullable(),
  reasonText: said(LONG_TEXT),
  outcome: z.enum(TRACE_OUTCOMES).nullable(),
  chain: z.array(chainLink).max(100),
  lastLawfulHolder: said(200),
  /** What that is; where it is not said, it counts as a natural person. */
  lastLawfulHolderParty: z.enum(PARTY_KINDS).exactOptional(),
  diversion: z
    .strictObject({ kind: z.enum(DIVERSION_KINDS), window: days, place: said(200), basis: said(LONG_TEXT) })
    .nullable(),
  /** Who is to be asked next: the state to which it was exported. */
  next: z.strictObject({ country, importer: said(200), role: z.enum(ADDRESSEE_ROLES) }).nullable(),
  handling,
  /** What a partner replies is intelligence until that partner permits its use in court. */
  courtUse: z.strictObject({ permitted: z.boolean(), on: day.nullable(), by: said(120) }),
})
export type TraceReplyMessage = z.infer<typeof traceReplyMessage>

/** Short words about a request: it came, more is asked, more is given, it is taken back. */
const notice = {
  form: z.literal(TRACE_FORM),
  /** The request, by the asking state’s identifier. */
  request: identifier,
  at: z.iso.datetime(),
  text: said(LONG_TEXT),
}
export const traceAcknowledgementMessage = z.strictObject({
  ...notice,
  what: z.literal('trace-acknowledgement'),
  reference: shownReference.nullable(),
  /** Of the request that it acknowledges. */
  handling: handling.nullable().default(null),
})
export type TraceAcknowledgementMessage = z.infer<typeof traceAcknowledgementMessage>
export const traceInformationRequestMessage = z.strictObject({
  ...notice,
  what: z.literal('trace-information-request'),
})
export type TraceInformationRequestMessage = z.infer<typeof traceInformationRequestMessage>
/** What was asked for is in the request as it now stands. */
export const traceInformationMessage = z.strictObject({
  ...notice,
  what: z.literal('trace-information'),
  message: traceRequestMessage,
})
export type TraceInformationMessage = z.infer<typeof traceInformationMessage>
export const traceWithdrawalMessage = z.strictObject({ ...notice, what: z.literal('trace-withdrawal') })
export type TraceWithdrawalMessage = z.infer<typeof traceWithdrawalMessage>
