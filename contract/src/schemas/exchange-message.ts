import * as z from 'zod'
import { DATA_CLASSES } from '../exchange-words.ts'
import { identifier, shownReference, text } from './common.ts'

const LONG_TEXT = 4_000

/** What was said before is not right, or not any more: it goes to all who were told directly. */
export const correctionMessage = z.strictObject({
  form: z.literal('proofmark-correction-1'),
  id: identifier,
  /** Messages of the sender to this partner that told of it. */
  messages: z.array(identifier).min(1).max(1_000),
  subject: shownReference,
  said: text(LONG_TEXT).regex(/\S/),
  /** Must the partner erase what it was told? */
  erase: z.boolean(),
})
export type CorrectionMessage = z.infer<typeof correctionMessage>

/** What was granted is granted no longer. */
export const revocationMessage = z.strictObject({
  form: z.literal('proofmark-revocation-1'),
  grant: identifier,
  dataClass: z.enum(DATA_CLASSES),
  subject: shownReference,
  revokedAt: z.iso.datetime(),
})
export type RevocationMessage = z.infer<typeof revocationMessage>

/** A word from desk to desk. */
export const noteMessage = z.strictObject({
  form: z.literal('proofmark-note-1'),
  text: text(LONG_TEXT).regex(/\S/),
  about: shownReference.nullable(),
})
export type NoteMessage = z.infer<typeof noteMessage>
