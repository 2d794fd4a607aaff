import * as z from 'zod'
import {
  ALARM_RULES,
  KNOWN_REASONS,
  LONGEST_EPOCH_DAYS,
  LOOK_UP_CLASSES,
  LOOK_UP_KINDS,
  LOOK_UP_REFUSALS,
} from '../private-words.ts'
import { identifier, legalBasis, name, shownReference, text } from './common.ts'
import { contact } from './trace-message.ts'

/** What nodes say to each other about firearms that neither names. */
export const EVALUATION_REQUEST_FORM = 'proofmark-evaluation-request-1'
export const EVALUATION_FORM = 'proofmark-evaluation-1'
export const PUBLICATIONS_FORM = 'proofmark-publications-1'
export const REFUSAL_FORM = 'proofmark-refusal-1'

const MOST_ELEMENTS = 32
const element = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)
const proof = z.string().regex(/^[A-Za-z0-9+/]{86}==$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const epochName = z.string().regex(/^\d{4}-\d{2}-\d{2}\.[1-9]\d{0,5}$/)
const dataClass = z.enum(LOOK_UP_CLASSES)
const kind = z.enum(LOOK_UP_KINDS)

/** Blinded marks and pads, for whoever holds the key. The handle is drawn for this request; the case stays with the asker. */
export const evaluationRequest = z.strictObject({
  form: z.literal(EVALUATION_REQUEST_FORM),
  handle: identifier,
  dataClass,
  kind,
  epoch: epochName,
  basis: legalBasis,
  elements: z.array(element).min(1).max(MOST_ELEMENTS),
})
export type EvaluationRequest = z.infer<typeof evaluationRequest>

export const evaluationAnswer = z.strictObject({
  form: z.literal(EVALUATION_FORM),
  handle: identifier,
  evaluated: z.array(element).min(1).max(MOST_ELEMENTS),
  proof,
})
export type EvaluationAnswer = z.infer<typeof evaluationAnswer>

export const lookUpRefusal = z.strictObject({ form: z.literal(REFUSAL_FORM), reason: z.enum(LOOK_UP_REFUSALS) })

const publishedFilter = z.strictObject({
  kind,
  number: z.number().int().min(0).max(0xffff),
  hash,
  bytes: z.number().int().min(1),
})

export const publication = z.strictObject({
  dataClass,
  epoch: epochName,
  begins: z.iso.datetime(),
  ends: z.iso.datetime(),
  contact,
  filters: z.array(publishedFilter).min(1).max(400),
})
export type Publication = z.infer<typeof publication>
export const publicationList = z.strictObject({
  form: z.literal(PUBLICATIONS_FORM),
  publications: z.array(publication).max(LOOK_UP_CLASSES.length),
})

/** Which filter is fetched, by the hash that the list of publications gave. */
export const filterRequest = z.strictObject({ hash })

/** Asks a partner whether it knows a firearm. `kind`: by the skeleton, where the mark itself is not known there. */
export const knownRequest = z.strictObject({
  partner: name,
  serial: text(64).regex(/\S/),
  make: text(120).optional(),
  kind: z.literal('skeleton').optional(),
  dataClass: dataClass.optional(),
  reference: shownReference,
  basis: legalBasis,
})
export type KnownRequest = z.infer<typeof knownRequest>

export const knownAnswer = z.object({
  /** Null: nothing is known, for the reason in `why`. */
  known: z.boolean().nullable(),
  class: dataClass,
  epoch: z.string().nullable(),
  /** Whom to ask, where it is known. */
  contact: contact.nullable(),
  why: z.enum(KNOWN_REASONS),
  /** Under which the holder logged the request; null where nothing was sent. */
  handle: identifier.nullable(),
})
export type KnownAnswer = z.infer<typeof knownAnswer>

export const knownSwitch = z.strictObject({
  partner: name,
  dataClass,
  /** True stops at once: keys are destroyed, and nothing that was answered is recalled. */
  stopped: z.boolean(),
  reason: text(500).regex(/\S/),
})
export type KnownSwitch = z.infer<typeof knownSwitch>
export const knownSwitched = z.object({ epochs: z.number().int() })

export const publishRequest = z.strictObject({
  partner: name,
  dataClass,
  days: z.number().int().min(1).max(LONGEST_EPOCH_DAYS),
  /** The law that allows a whole register to be asked about. */
  law: text(500).optional(),
  /** Begins a new epoch, with new keys, though one is under way. */
  anew: z.boolean(),
})
export type PublishRequest = z.infer<typeof publishRequest>

export const published = z.object({
  epoch: z.string(),
  ends: z.string(),
  filters: z.array(publishedFilter),
})

export const knownState = z.object({
  epochs: z.array(
    z.object({
      direction: z.enum(['published', 'received']),
      partner: z.string(),
      class: dataClass,
      epoch: z.string(),
      begins: z.string(),
      ends: z.string(),
      stopped: z.string().nullable(),
      /** Of what is published: the law of the agreement in force, and the one named for a whole register. */
      basis: z.string().nullable(),
      law: z.string().nullable(),
      filters: z.array(publishedFilter),
    }),
  ),
  /** To whom something may be published by the agreement in force. */
  publishable: z.array(
    z.object({
      partner: z.string(),
      name: z.string(),
      basis: z.string(),
      classes: z.array(dataClass),
      wholeRegisterLaw: z.string().nullable(),
    }),
  ),
  /** Stops that stand: ours, with their reason, and those that partners told of. */
  stops: z.array(
    z.object({
      direction: z.enum(['ours', 'theirs']),
      partner: z.string(),
      class: dataClass,
      since: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  /** Evaluations, pads included, that partners asked of us within thirty days. */
  quotas: z.array(
    z.object({
      partner: z.string(),
      class: dataClass,
      kind,
      used: z.number().int(),
      quota: z.number().int(),
      allUsed: z.number().int(),
      allQuota: z.number().int(),
    }),
  ),
  alarms: z.array(
    z.object({
      partner: z.string(),
      class: dataClass,
      kind,
      rule: z.enum(ALARM_RULES),
      day: z.string(),
      used: z.number().int(),
      quota: z.number().int(),
    }),
  ),
  /** What the reader's agency asked. */
  asks: z.array(
    z.object({
      handle: identifier,
      partner: z.string(),
      class: dataClass,
      kind,
      epoch: z.string().nullable(),
      reference: z.string(),
      at: z.string(),
      known: z.boolean().nullable(),
      why: z.enum(KNOWN_REASONS).nullable(),
    }),
  ),
})
export type KnownState = z.infer<typeof knownState>
