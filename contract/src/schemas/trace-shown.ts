import * as z from 'zod'
import { CONFIDENCES, DIVERSION_KINDS, LIFE_STATUSES } from '../life-words.ts'
import { LEGAL_JUSTIFICATIONS } from '../recovery-words.ts'
import {
  ADDRESSEE_ROLES,
  BOARD_LISTS,
  DUPLICATE_GROUNDS,
  FAILURE_CODES,
  FINDING_OCCASIONS,
  ORIGIN_STATUSES,
  PERMITTED_AUDIENCES,
  PROPOSED_BECAUSE,
  REPLY_DOORS,
  ROUTE_REASONS,
  TRACE_CHANNELS,
  TRACE_CLOCKS,
  TRACE_DIRECTIONS,
  TRACE_HELPERS,
  TRACE_NEEDS,
  TRACE_OUTCOMES,
  TRACE_PRIORITIES,
  TRACE_STATES,
} from '../trace-words.ts'
import { day, identifier } from './common.ts'
import { diversionPoint, traceAnswerRequest, traceForm } from './trace-desk.ts'
import { traceReplyMessage, traceRequestMessage } from './trace-message.ts'

const country = z.string().regex(/^[A-Z]{2}$/)

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
    /** Working days that are left until it is due, begun ones counted. */
    left: z.number().int().min(0),
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

const proposed = z.object({
  /** Under which it is adopted. */
  id: z.string(),
  need: z.enum(TRACE_NEEDS),
  because: z.enum(PROPOSED_BECAUSE),
  /** It does not follow from what is on record: it holds under the condition that the sentence names. */
  conditional: z.boolean(),
  /** Why, in a sentence. */
  text: z.string(),
  /** What would stand in the form. */
  put: z.string(),
  /** The text of law that it is, and in which language. */
  law: z
    .object({
      text: identifier,
      ground: z.enum(LEGAL_JUSTIFICATIONS),
      language: z.string(),
      agency: z.string().nullable(),
    })
    .nullable(),
  /** The records that say so. */
  records: z.array(identifier),
})
export type ProposedForForm = z.infer<typeof proposed>

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

const findingSaid = z.object({
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
/** How the life of a firearm is judged, as far as a request keeps it. */
export type FindingSaid = z.infer<typeof findingSaid>
const keptFinding = findingSaid.extend({
  occasion: z.enum(FINDING_OCCASIONS),
  at: z.string(),
  /** Who confirmed it or took that back; null of what was kept by itself. */
  by: z.string().nullable(),
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
  /** May what it says be used in court? By what the reply says, or what was noted of it since. */
  courtUse: z.boolean(),
})
export type ShownReply = z.infer<typeof shownReply>

const notedPermission = z.object({
  /** The request that came, or the reply, as it calls itself. */
  message: identifier,
  audience: z.enum(PERMITTED_AUDIENCES),
  permitted: z.boolean(),
  /** Who permitted it, or forbade it again, and on which day. */
  givenBy: z.string(),
  givenOn: day,
  until: day.nullable(),
  reference: z.string(),
  notedBy: z.string(),
  notedAt: z.string(),
})
export type NotedPermission = z.infer<typeof notedPermission>

const closing = z.object({
  number: z.number().int().min(1),
  originStatus: z.enum(ORIGIN_STATUSES),
  outcome: z.enum(TRACE_OUTCOMES),
  failure: z.enum(FAILURE_CODES).nullable(),
  point: diversionPoint.nullable(),
  why: z.string(),
  by: z.string(),
  at: z.string(),
  /** The closing that it corrects, without the trace having been closed again; null of one by which it was closed. */
  corrects: z.number().int().min(1).nullable(),
  /** Is it the one that holds? */
  stands: z.boolean(),
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
  /** What its records and the texts of law say of what the form lacks: for the officer to confirm, never put in by itself. */
  proposed: z.array(proposed),
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
  /** How the life is judged now, where that is not what was kept last, or is not confirmed: for a person to confirm. */
  moved: findingSaid
    .extend({
      /** Records of replies of which no person has said yet that they are of this firearm. */
      unjudged: z.array(identifier),
    })
    .nullable(),
  /** What originators permitted beyond their codes, the first first; of a message and an audience the last counts. */
  permissions: z.array(notedPermission),
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
