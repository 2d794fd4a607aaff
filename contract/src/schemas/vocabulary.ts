import { VOCABULARY_FIELDS } from '@proofmark/domain/vocabulary-field'
import * as z from 'zod'
import { identifier, name } from './common.ts'

/** The longest text that can be a word; what is longer waits for nobody. */
const LONGEST_TEXT = 120

const field = z.enum(VOCABULARY_FIELDS)
/** A code of one of the tables; whether it is one, the command says by name. */
export const vocabularyCode = z.string().min(1).max(120)
const code = vocabularyCode
const said = z.string().min(1).max(40)
export const vocabularyStated = z
  .string()
  .min(1)
  .max(LONGEST_TEXT)
  .refine((text) => text.isWellFormed() && !text.includes('\0'))

/** A place in the queue, as an answer's `next` gave it. */
const place = z.string().max(1_000)

export const vocabularyQueueRequest = z.strictObject({
  field: field.optional(),
  after: place.optional(),
  limit: z.int().min(1).max(50).optional(),
  /** Only for the installer's shell, which belongs to none. */
  agency: name.optional(),
})
export type VocabularyQueueRequest = z.infer<typeof vocabularyQueueRequest>

/** A text that no table knows, in all its spellings, with what it may mean. */
export const waitingText = z.object({
  field,
  /** For a model: the code and name of the make under which it waits, null where no table knows the make either. */
  make: z.string().nullable(),
  makeName: z.string().nullable(),
  /** The spelling that most records have. */
  text: z.string(),
  records: z.number().int(),
  /** The most frequent spellings; `moreSpellings` of them are left out. */
  spellings: z.array(z.object({ text: z.string(), records: z.number().int() })),
  moreSpellings: z.number().int(),
  /** Up to three of the records. */
  samples: z.array(identifier),
  suggestions: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Words that may be said of it instead. */
  said: z.array(z.string()),
})
export type WaitingText = z.infer<typeof waitingText>

/** What waits for a curator, the text of most records first. */
export const vocabularyQueue = z.object({
  texts: z.array(waitingText),
  next: z.string().nullable(),
  /** How many texts wait, on all pages. */
  waiting: z.number().int(),
  /** Texts that were decided on, whose records are still to be read again. */
  decided: z.number().int(),
  /** Are there rare texts beyond those that were counted? They come up as the others are decided on. */
  more: z.boolean(),
})
export type VocabularyQueue = z.infer<typeof vocabularyQueue>

/** A name that no table has; the state in which a make makes, where it is known. */
const newName = z.strictObject({
  name,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
})
export const vocabularyMeans = z.union([z.strictObject({ code }), z.strictObject({ said }), newName])
export type VocabularyMeans = z.infer<typeof vocabularyMeans>
const means = vocabularyMeans
const which = { field, text: vocabularyStated, make: code.optional(), agency: name.optional() }

export const vocabularyDecideRequest = z.strictObject({ ...which, means })
export type VocabularyDecideRequest = z.infer<typeof vocabularyDecideRequest>
export const vocabularyWithdrawRequest = z.strictObject(which)
export type VocabularyWithdrawRequest = z.infer<typeof vocabularyWithdrawRequest>
/** The decision's number, or that of the decision that said so already. */
const decision = z.string()
/** The code that the text now means, and its name; both null for a word that says nothing of a name. */
export const vocabularyDecided = z.object({ decision, code: z.string().nullable(), name: z.string().nullable() })
export type VocabularyDecided = z.infer<typeof vocabularyDecided>
export const vocabularyWithdrawn = z.object({ decision })

/** A decision that stands, with who took it and when. */
export const standingDecision = z.object({
  decision: z.string(),
  field,
  text: z.string(),
  make: z.string().nullable(),
  makeName: z.string().nullable(),
  code: z.string().nullable(),
  /** Null also where the tables no longer have the code: then the text is unread again. */
  name: z.string().nullable(),
  said: z.string().nullable(),
  /** Records that waited by the text when it was decided on; null where that was not counted. */
  records: z.number().int().nullable(),
  /** The pack that it was taken over from, by number and name. */
  pack: z.object({ pack: z.string(), name: z.string() }).nullable(),
  by: z.string(),
  at: z.string(),
})
export type StandingDecision = z.infer<typeof standingDecision>

export const vocabularyListRequest = z.strictObject({
  field: field.optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.int().min(1).max(200).optional(),
  agency: name.optional(),
})
export type VocabularyListRequest = z.infer<typeof vocabularyListRequest>
/** The last decisions first; `next` is the number before which the following page begins. */
export const vocabularyList = z.object({ decisions: z.array(standingDecision), next: z.string().nullable() })
export type VocabularyList = z.infer<typeof vocabularyList>
