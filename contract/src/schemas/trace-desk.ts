import * as z from 'zod'
import { DIVERSION_KINDS } from '../life-words.ts'
import {
  ADDRESSEE_ROLES,
  BOARD_LISTS,
  FAILURE_CODES,
  ILLICIT_GROUNDS,
  INTENDED_USES,
  ORIGIN_STATUSES,
  PERMITTED_AUDIENCES,
  RECOVERY_KINDS,
  TRACE_CHANNELS,
  TRACE_OUTCOMES,
  TRACE_PRIORITIES,
  TRACE_QUESTIONS,
  type TRACE_STATES,
} from '../trace-words.ts'
import { day, grounds, identifier, legalBasis, moment, name, shownReference, TEXT_LIMIT, text } from './common.ts'
import { contact, handling, tracedFirearm, traceReplyMessage, traceRequestMessage } from './trace-message.ts'

const LONG_TEXT = 4_000
const country = z.string().regex(/^[A-Z]{2}$/)
const said = (limit = TEXT_LIMIT) => text(limit).nullable()
/** Why somebody did what they did: it says something. */
const why = text(TEXT_LIMIT).regex(/\S/)
/** Short name of a partner: `XB`, or that of an agency of the own state where a national trace goes there. */
const partner = name

/** A request while it is written: what is not known yet is null or empty, and nothing is guessed. */
export const traceForm = z.strictObject({
  answerBy: day.nullable(),
  requester: z.strictObject({
    contact: contact.nullable(),
    reference: shownReference.nullable(),
    legalBasis: legalBasis.nullable(),
  }),
  addressee: z.strictObject({
    country: country.nullable(),
    contact: contact.nullable(),
    role: z.enum(ADDRESSEE_ROLES).nullable(),
  }),
  priority: z.enum(TRACE_PRIORITIES),
  urgentBecause: said(LONG_TEXT),
  intendedUse: z.array(z.enum(INTENDED_USES)).max(INTENDED_USES.length),
  intendedUseText: said(LONG_TEXT),
  illicitGrounds: z.array(z.enum(ILLICIT_GROUNDS)).max(ILLICIT_GROUNDS.length),
  legalJustification: said(LONG_TEXT),
  circumstances: z.strictObject({
    kind: z.enum(RECOVERY_KINDS).nullable(),
    date: z.strictObject({ from: day.nullable(), to: day.nullable() }),
    country: country.nullable(),
    place: said(200),
    summary: said(LONG_TEXT),
  }),
  firearm: tracedFirearm,
  questions: z.array(z.enum(TRACE_QUESTIONS)).max(TRACE_QUESTIONS.length),
  related: z.array(shownReference).max(40),
  ballisticLead: z.boolean(),
  handling: handling.nullable(),
  attachments: traceRequestMessage.shape.attachments,
})
export type TraceForm = z.infer<typeof traceForm>

const target = z.strictObject({
  partner: partner.optional(),
  country: country.optional(),
  role: z.enum(ADDRESSEE_ROLES).optional(),
  channel: z.enum(TRACE_CHANNELS).optional(),
})

/** Begins a request about a record: the form is filled from the record, its life and finding. */
export const traceDraftRequest = z.strictObject({
  /** Chosen by the client: the same draft sent again is the same draft. */
  id: identifier,
  record: identifier,
  to: target.default({}),
  priority: z.enum(TRACE_PRIORITIES).default('routine'),
  urgentBecause: text(LONG_TEXT).regex(/\S/).optional(),
  parent: identifier.optional(),
  /** In whose name and under what reference it is asked; what is left out is completed from the agency’s desk. */
  reference: shownReference.optional(),
  basis: legalBasis.optional(),
  grounds,
})
export type TraceDraftRequest = z.input<typeof traceDraftRequest>

export const traceEditRequest = z.strictObject({
  trace: identifier,
  /** The version that is changed: where another stands by now, nothing is overwritten. */
  version: z.number().int().min(1),
  form: traceForm,
  to: target.default({}),
  grounds,
})
export type TraceEditRequest = z.input<typeof traceEditRequest>

/** Puts proposals into the form of a draft: those named, as they are proposed now. */
export const traceAdoptRequest = z.strictObject({
  trace: identifier,
  version: z.number().int().min(1),
  /** By the identifiers under which they are proposed. */
  proposals: z.array(text(80)).min(1).max(40),
  grounds,
})
export type TraceAdoptRequest = z.input<typeof traceAdoptRequest>

/** The moves that are no more than a move. Sending, replies and closing have routes of their own. */
export const PLAIN_MOVES = [
  'draft',
  'validated',
  'domestic_search',
  'domestic_resolved',
  'foreign_prepared',
  'acknowledged',
  'information_requested',
  'information_supplied',
  'next_hop',
  'withdrawn',
  'expired',
  'reopened',
] as const satisfies readonly (typeof TRACE_STATES)[number][]

export const traceMoveRequest = z.strictObject({
  trace: identifier,
  to: z.enum(PLAIN_MOVES),
  why,
  /** When it happened outside, where a person says so. */
  at: moment.optional(),
  grounds,
})
export type TraceMoveRequest = z.input<typeof traceMoveRequest>

export const traceSendRequest = z.strictObject({
  trace: identifier,
  channel: z.enum(TRACE_CHANNELS),
  /** The partner, where the draft names none. */
  partner: partner.optional(),
  /** When it left, for a channel that no software reaches; now, where nothing is said. */
  at: moment.optional(),
  why: why.optional(),
  /** Why it is sent although an open request asks the same. */
  despiteDuplicates: why.optional(),
  grounds,
})
export type TraceSendRequest = z.input<typeof traceSendRequest>

/** A reply to an own request, by hand or out of a file by the published form. */
export const traceReceiveRequest = z.strictObject({
  trace: identifier,
  message: traceReplyMessage,
  door: z.enum(['hand', 'file']),
  at: moment.optional(),
  grounds,
})
export type TraceReceiveRequest = z.input<typeof traceReceiveRequest>

/** A request of another state or agency that came by a channel that no software reaches. */
export const traceTakeInRequest = z.strictObject({
  message: traceRequestMessage,
  partner,
  channel: z.enum(TRACE_CHANNELS),
  at: moment.optional(),
  grounds,
})
export type TraceTakeInRequest = z.input<typeof traceTakeInRequest>

/** A request that came on paper, by mail or by telephone, typed in: from there on it is as one that came by a node. */
export const traceTypeInRequest = z.strictObject({
  /** Chosen by the client: the same request typed in again is the same request. */
  id: identifier,
  partner,
  /** The state that asks. */
  country,
  channel: z.enum(TRACE_CHANNELS).default('other'),
  /** As it is dated; when it came, where nothing is said. */
  requestedAt: moment.optional(),
  form: traceForm,
  at: moment.optional(),
  grounds,
})
export type TraceTypeInRequest = z.input<typeof traceTypeInRequest>

/** The draft of an answer to an incoming request, from what the officer may release. */
export const traceAnswerDraftRequest = z.strictObject({ trace: identifier, grounds })

export const traceAnswerRequest = z.strictObject({
  trace: identifier,
  /** Chosen by the client: the same answer sent again is the same answer. */
  id: identifier,
  reply: traceReplyMessage.omit({ form: true, what: true, id: true, request: true, repliedAt: true }),
  why: why.optional(),
  at: moment.optional(),
  grounds,
})
export type TraceAnswerRequest = z.input<typeof traceAnswerRequest>

/** Asks the desks of other agencies inside this state for what an incoming request wants to know. */
export const traceAskRequest = z.strictObject({
  trace: identifier,
  /** Of the question, chosen by the client. */
  id: identifier,
  /** The desks; those of every other agency that keeps sources where none is named. */
  agencies: z.array(identifier).max(100).optional(),
  basis: legalBasis,
  grounds,
})
export type TraceAskRequest = z.input<typeof traceAskRequest>

/** Asks whether another agency keeps a restricted record of the firearm that an incoming request is about. */
export const tracePointerRequest = z.strictObject({ trace: identifier, basis: legalBasis, grounds })
export type TracePointerRequest = z.input<typeof tracePointerRequest>

/** Where and when it left lawful hands, as it is to enter SDG indicator 16.4.2. */
export const diversionPoint = z.strictObject({
  kind: z.enum(DIVERSION_KINDS),
  window: z.strictObject({ from: day.nullable(), to: day.nullable() }),
  place: said(200),
  lastLawfulHolder: said(200),
  /** Records or references that bear it out. */
  evidence: z.array(shownReference).min(1).max(40),
})
export type DiversionPoint = z.infer<typeof diversionPoint>

export const traceCloseRequest = z.strictObject({
  trace: identifier,
  originStatus: z.enum(ORIGIN_STATUSES),
  outcome: z.enum(TRACE_OUTCOMES),
  failure: z.enum(FAILURE_CODES).optional(),
  point: diversionPoint.optional(),
  why,
  grounds,
})
export type TraceCloseRequest = z.input<typeof traceCloseRequest>

/** Corrects how a closed trace was closed, without closing it again. */
export const traceCorrectRequest = traceCloseRequest.extend({
  /** The closing that is corrected: the last one, else nothing is written. */
  closing: z.number().int().min(1),
})
export type TraceCorrectRequest = z.input<typeof traceCorrectRequest>

/** A second person says whether a closed trace counts as traced. */
export const traceApproveRequest = z.strictObject({
  trace: identifier,
  closing: z.number().int().min(1),
  approved: z.boolean(),
  why,
  grounds,
})
export type TraceApproveRequest = z.input<typeof traceApproveRequest>

/** What the originator of a request or a reply permits beyond its codes, or permits no more. */
export const tracePermitRequest = z.strictObject({
  trace: identifier,
  /** The request or the reply, as it calls itself; where nothing is said, what the other side said last. */
  message: identifier.optional(),
  audience: z.enum(PERMITTED_AUDIENCES).default('court'),
  permitted: z.boolean().default(true),
  givenBy: name,
  givenOn: day,
  until: day.nullable().default(null),
  reference: shownReference,
  grounds,
})
export type TracePermitRequest = z.input<typeof tracePermitRequest>

/** A person confirms the finding as the life is judged now, or takes the last confirmation back. */
export const traceConfirmRequest = z.strictObject({ trace: identifier, grounds })
export type TraceConfirmRequest = z.input<typeof traceConfirmRequest>

export const traceShowRequest = z.strictObject({ trace: identifier, grounds })

export const traceListRequest = z.strictObject({
  list: z.enum(BOARD_LISTS).optional(),
  partner: partner.optional(),
  /** About this record. */
  record: identifier.optional(),
  /** Those after the one of this place. */
  after: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
  grounds,
})
export type TraceListRequest = z.input<typeof traceListRequest>
