import * as z from 'zod'
import { DOCUMENT_CAUTIONS, DOCUMENT_REFUSALS } from '../case-desk-words.ts'
import { grounds, identifier, text } from './common.ts'

/** The largest document of a case, in bytes. */
export const DOCUMENT_LIMIT = 64 * 1024 * 1024

/** Announces a document. The identifier is chosen by the client: what is announced twice is one document. */
export const documentBeginRequest = z.strictObject({
  document: identifier,
  case: identifier,
  compartment: identifier.optional(),
  name: text(255)
    .regex(/\S/)
    .regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u),
  about: text(500).default(''),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  grounds,
})
export type DocumentBeginRequest = z.output<typeof documentBeginRequest>

/** How far a document has come. Parts follow each other: the next begins at `received`. */
export const documentShown = z.strictObject({
  document: identifier,
  /** Where in its case it lies: the case as such, or a compartment. */
  compartment: identifier,
  name: z.string(),
  about: z.string(),
  bytes: z.int(),
  received: z.int(),
  state: z.enum(['arriving', 'kept', 'refused']),
  reason: z.enum(DOCUMENT_REFUSALS).nullable(),
  sha256: z.string(),
  /** What its content is; null where that is not known. */
  mediaType: z.string().nullable(),
  /** Why it is kept sealed and not looked at here. */
  caution: z.enum(DOCUMENT_CAUTIONS).nullable(),
  /** Under which name it is taken away: it ends as its content demands. */
  file: z.string(),
  /** As what it may be looked at here; null where it is taken away alone. */
  view: z.enum(['picture', 'text']).nullable(),
  agency: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  /** Withdrawn by the agency that gave it, which alone still sees it. */
  withdrawn: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type DocumentShown = z.output<typeof documentShown>

export const documentViewRequest = z.strictObject({ grounds })
export const documentTakeRequest = z.strictObject({
  /** Takes it as sealed evidence, whatever it may do to whoever opens it. */
  sealed: z.boolean().default(false),
  grounds,
})
