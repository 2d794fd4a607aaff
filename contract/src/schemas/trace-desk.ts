import * as z from 'zod'
import { CONFIDENCES, DIVERSION_KINDS, LIFE_STATUSES } from '../life-words.ts'
import {
  ADDRESSEE_ROLES,
  BOARD_LISTS,
  DUPLICATE_GROUNDS,
  FAILURE_CODES,
  FINDING_OCCASIONS,
  ILLICIT_GROUNDS,
  INTENDED_USES,
  ORIGIN_STATUSES,
  RECOVERY_KINDS,
  REPLY_DOORS,
  ROUTE_REASONS,
  TRACE_CHANNELS,
  TRACE_CLOCKS,
  TRACE_DIRECTIONS,
  TRACE_HELPERS,
  TRACE_NEEDS,
  TRACE_OUTCOMES,
  TRACE_PRIORITIES,
  TRACE_QUESTIONS,
  TRACE_STATES,
} from '../trace-words.ts'
import { grounds, identifier, legalBasis, name, shownReference, TEXT_LIMIT, text } from './common.ts'
import { contact, handling, tracedFirearm, traceReplyMessage, traceRequestMessage } from './trace-message.ts'

const LONG_TEXT = 4_000
const country = z.string().regex(/^[A-Z]{2}$/)
const day = z.iso.date()
const moment = z.iso.datetime()
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

/** A second person says whether a closed trace counts as traced. */
export const traceApproveRequest = z.strictObject({
  trace: identifier,
  closing: z.number().int().min(1),
  approved: z.boolean(),
  why,
  grounds,
})
export type TraceApproveRequest = z.input<typeof traceApproveRequest>

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

const transition = z.object({
  state: z.enum(TRACE_STATES),
  /** When the database took it in. */
  at: z.string(),
  /** When it happened outside, where a person said so. */
  saidAt: z.string().nullable(),
  by: z.string(),
  /** Of this state’s people, or of the partner? */
  ours: z.boolean(),
  why: z.string().nullable(),
})
export type TraceTransition = z.infer<typeof transition>

const missing = z.object({
  need: z.enum(TRACE_NEEDS),
  text: z.string(),
  /** Nothing leaves without it. */
  mandatory: z.boolean(),
  ask: z.enum(TRACE_HELPERS),
  /** Whom, by agency and desk, where one is known. */
  whom: z.string().nullable(),
})
const completeness = z.object({
  /** Between 0 and 100. */
  score: z.number().int().min(0).max(100),
  /** Nothing mandatory is missing. */
  mayLeave: z.boolean(),
  missing: z.array(missing),
})
export type TraceCompleteness = z.infer<typeof completeness>

const clocks = z.array(
  z.object({
    clock: z.enum(TRACE_CLOCKS),
    due: z.string(),
    over: z.boolean(),
    /** Working days of the calendar that are over since it was due. */
    late: z.number().int().min(0),
  }),
)
export type TraceClocks = z.infer<typeof clocks>

const proposal = z.object({
  /** Null: search at home first, or nothing can be said. */
  country: country.nullable(),
  /** Other states that may be meant. */
  alternatives: z.array(country),
  role: z.enum(ADDRESSEE_ROLES).nullable(),
  importer: z.string().nullable(),
  reason: z.enum(ROUTE_REASONS),
  text: z.string(),
})
export type TraceProposal = z.infer<typeof proposal>

const listed = {
  id: identifier,
  parent: identifier.nullable(),
  direction: z.enum(TRACE_DIRECTIONS),
  channel: z.enum(TRACE_CHANNELS),
  partner: z.string().nullable(),
  country: country.nullable(),
  state: z.enum(TRACE_STATES),
  priority: z.enum(TRACE_PRIORITIES),
  /** Whose move is awaited; null: nobody’s. */
  awaits: z.enum(['us', 'them']).nullable(),
  reference: z.string().nullable(),
  /** The firearm in a line: make, model, mark. */
  firearm: z.string(),
  openedAt: z.string(),
  openedBy: z.string().nullable(),
  mine: z.boolean(),
  sentAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  clocks,
} as const

export const listedTrace = z.object(listed)
export type ListedTrace = z.infer<typeof listedTrace>

const keptFinding = z.object({
  occasion: z.enum(FINDING_OCCASIONS),
  at: z.string(),
  status: z.enum(LIFE_STATUSES),
  diversions: z.array(
    z.object({
      kind: z.enum(DIVERSION_KINDS),
      from: z.string().nullable(),
      to: z.string().nullable(),
      place: z.string().nullable(),
      confidence: z.enum(CONFIDENCES),
    }),
  ),
  records: z.number().int().min(0),
})
export type KeptFinding = z.infer<typeof keptFinding>

const shownReply = z.object({
  message: traceReplyMessage,
  door: z.enum(REPLY_DOORS),
  receivedAt: z.string(),
  saidAt: z.string().nullable(),
  by: z.string().nullable(),
  /** The records that were made of its chain and that the reader may see. */
  records: z.array(z.object({ record: identifier, source: z.string(), key: z.string() })),
  /** May what it says be used in court? */
  courtUse: z.boolean(),
})
export type ShownReply = z.infer<typeof shownReply>

const closing = z.object({
  number: z.number().int().min(1),
  originStatus: z.enum(ORIGIN_STATUSES),
  outcome: z.enum(TRACE_OUTCOMES),
  failure: z.enum(FAILURE_CODES).nullable(),
  point: diversionPoint.nullable(),
  why: z.string(),
  by: z.string(),
  at: z.string(),
  /** Does it enter SDG indicator 16.4.2? `waits` for a second person. */
  counts: z.enum(['no', 'waits', 'yes', 'refused']),
  approval: z.object({ by: z.string(), at: z.string(), approved: z.boolean(), why: z.string() }).nullable(),
})
export type TraceClosing = z.infer<typeof closing>

export const traceShown = z.object({
  ...listed,
  /** The identifier in the asking state. */
  theirId: identifier.nullable(),
  children: z.array(z.object({ id: identifier, country: country.nullable(), state: z.enum(TRACE_STATES) })),
  history: z.array(transition),
  form: traceForm,
  version: z.number().int().min(1),
  /** How the form stood before, the first first. */
  versions: z.array(
    z.object({ version: z.number().int().min(1), at: z.string(), by: z.string().nullable(), message: z.boolean() }),
  ),
  /** What left or came, as it was. */
  message: traceRequestMessage.nullable(),
  completeness,
  proposal,
  duplicates: z.array(
    z.object({
      id: identifier,
      ground: z.enum(DUPLICATE_GROUNDS),
      state: z.enum(TRACE_STATES),
      country: country.nullable(),
    }),
  ),
  /** The last reply, and all of them, the first first. */
  reply: shownReply.nullable(),
  replies: z.array(shownReply),
  findings: z.array(keptFinding),
  closings: z.array(closing),
  /** The records that it is about and that the reader may see. */
  records: z.array(z.object({ record: identifier, source: z.string(), key: z.string() })),
  /** Moves that this reader may make now. */
  moves: z.array(z.enum(TRACE_STATES)),
})
export type TraceShown = z.infer<typeof traceShown>

export const traceList = z.object({
  traces: z.array(listedTrace),
  /** How many each list of the board holds. */
  counts: z.record(z.enum(BOARD_LISTS), z.number().int().min(0)),
  /** Is there more after these? */
  more: z.boolean(),
})
export type TraceList = z.infer<typeof traceList>

export const traceAnswerDraft = z.object({
  reply: traceAnswerRequest.shape.reply,
  /** Records of the reader’s own agency that fit: what the draft is made of. */
  own: z.array(z.object({ record: identifier, source: z.string(), key: z.string(), probability: z.number() })),
  /** What others keep and the reader sees: theirs to release. */
  others: z.array(
    z.object({ agency: identifier, name: z.string(), desk: z.string(), records: z.number().int().min(1) }),
  ),
  /** Questions that were put to desks for this request. */
  questions: z.array(z.object({ question: identifier, at: z.string() })),
})
export type TraceAnswerDraft = z.infer<typeof traceAnswerDraft>

export const traceAsked = z.object({ question: identifier, at: z.string(), agencies: z.array(z.string()) })
export type TraceAsked = z.infer<typeof traceAsked>

export const traceFiguresRequest = z.strictObject({ from: day.optional(), to: day.optional() })
const share = z.object({
  of: z.number().int().min(0),
  answered: z.number().int().min(0),
  traced: z.number().int().min(0),
})
export const traceFigures = z.object({
  partners: z.array(
    z.object({
      partner: z.string(),
      sent: z.number().int().min(0),
      acknowledged: z.number().int().min(0),
      answered: z.number().int().min(0),
      /** Working is not counted here: whole days from sending to the first answer. */
      medianDays: z.number().min(0).nullable(),
      refused: z.number().int().min(0),
    }),
  ),
  /** By what the addressed state was asked as. */
  routes: z.array(z.object({ role: z.enum(ADDRESSEE_ROLES), ...share.shape })),
  /** Causes of failure, the commonest first, and each with the share of all up to it (a Pareto chart). */
  failures: z.array(
    z.object({
      code: z.enum(FAILURE_CODES),
      text: z.string(),
      traces: z.number().int().min(1),
      upTo: z.number().min(0).max(1),
    }),
  ),
  /** Of closed requests that were sent. */
  closed: z.number().int().min(0),
  counted: z.number().int().min(0),
})
export type TraceFigures = z.infer<typeof traceFigures>
