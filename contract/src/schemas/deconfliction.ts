import * as z from 'zod'
import { DECONFLICTION_KINDS, OPERATION_KINDS, OPERATION_LIMITS } from '../deconfliction-words.ts'
import { purpose as anyPurpose, grounds, identifier, momentOf, shownReference, text } from './common.ts'

/** A case that the asker works in: by its identifier, or by its reference. */
const caseOfAsker = z.union([identifier, shownReference])

/** Whom to ask and under which handle, and nothing else; empty where there is nobody to tell of. */
export const deconflictionAnswer = z.strictObject({ contact: z.string().optional(), handle: identifier.optional() })
export type DeconflictionAnswer = z.output<typeof deconflictionAnswer>

export const deconflictionAskRequest = z.strictObject({
  /** Chosen by the client: what is sent twice is one question. */
  id: identifier,
  kind: z.enum(DECONFLICTION_KINDS),
  value: text(200).regex(/\S/),
  case: caseOfAsker,
  grounds,
})
export type DeconflictionAskRequest = z.output<typeof deconflictionAskRequest>

export const deconflictionListRequest = z.strictObject({ grounds })
export const deconflictionWithdrawRequest = z.strictObject({ question: identifier, grounds })

const met = z.strictObject({ contact: z.string(), handle: identifier, at: z.iso.datetime() })
export type Met = z.output<typeof met>
const ownCase = z.strictObject({ id: identifier, reference: z.string() })

const askedQuestion = z.strictObject({
  id: identifier,
  kind: z.enum(DECONFLICTION_KINDS),
  case: ownCase,
  purpose: anyPurpose,
  by: z.string(),
  at: z.iso.datetime(),
  until: z.iso.datetime(),
  state: z.enum(['standing', 'over', 'withdrawn']),
  met: z.array(met),
})
export type AskedQuestion = z.output<typeof askedQuestion>

/** What others asked about: their contact and the handle; of our own the case, where the reader works in it. */
const told = met.extend({ case: ownCase.nullable() })
export type Told = z.output<typeof told>

export const deconflictionList = z.strictObject({
  questions: z.array(askedQuestion),
  told: z.array(told),
  more: z.boolean(),
})
export type DeconflictionList = z.output<typeof deconflictionList>

const silentMeeting = met.extend({
  /** Who leads our own case; null where it is kept outside of any. */
  lead: z.string().nullable(),
  introduced: z.strictObject({ by: z.string(), at: z.iso.datetime(), consent: z.string() }).nullable(),
  /** Why nobody is brought together; where that was not said last, null. */
  declined: z.strictObject({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
  /** Until then both may be brought together. */
  until: z.iso.datetime(),
  state: z.enum(['waiting', 'introduced', 'declined', 'over']),
})
export type SilentMeeting = z.output<typeof silentMeeting>
/** What only the officer of an agency learns. */
export const deconflictionDesk = z.strictObject({ meetings: z.array(silentMeeting) })
export type DeconflictionDesk = z.output<typeof deconflictionDesk>

export const deconflictionIntroduceRequest = z.strictObject({
  handle: identifier,
  /** Who consented, and how. */
  consent: text(200).regex(/\S/),
  grounds,
})

export const deconflictionDeclineRequest = z.strictObject({
  handle: identifier,
  /** Why nobody is brought together. */
  reason: text(200).regex(/\S/),
  grounds,
})

export const operationAddRequest = z.strictObject({
  id: identifier,
  kind: z.enum(OPERATION_KINDS),
  case: caseOfAsker,
  /** An address, or the name of the place. */
  place: text(200).regex(/\S/).optional(),
  point: z
    .strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      /** In metres. */
      radius: z.int().min(1).max(OPERATION_LIMITS.radius),
    })
    .optional(),
  from: momentOf({ offset: true }),
  to: momentOf({ offset: true }),
  /** An operation that this one stands in the place of: it is withdrawn. */
  instead: identifier.optional(),
  /** Whom others should call: told to whoever plans at the same place and time. */
  contact: shownReference,
  grounds,
})
export type OperationAddRequest = z.output<typeof operationAddRequest>

export const operationWithdrawRequest = z.strictObject({ operation: identifier, grounds })

const operation = z.strictObject({
  id: identifier,
  kind: z.enum(OPERATION_KINDS),
  case: ownCase,
  place: z.string().nullable(),
  point: z.strictObject({ latitude: z.number(), longitude: z.number(), radius: z.int() }).nullable(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  contact: z.string().nullable(),
  by: z.string(),
  state: z.enum(['planned', 'over', 'withdrawn']),
  met: z.array(met),
})
export type Operation = z.output<typeof operation>
export const operationList = z.strictObject({ operations: z.array(operation), more: z.boolean() })
export type OperationList = z.output<typeof operationList>
/** Everybody who plans at the same place and time and may be told of. */
export const operationAdded = z.strictObject({ operation: identifier, met: z.array(deconflictionAnswer.required()) })
export type OperationAdded = z.output<typeof operationAdded>
export const deconflictionDone = z.strictObject({ id: identifier })
