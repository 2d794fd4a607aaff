import * as z from 'zod'
import { DATA_CLASSES, KEY_CHANGE_VERDICTS } from '../exchange-words.ts'
import { LOOK_UP_CLASSES } from '../private-words.ts'
import { identifier, shownReference, text } from './common.ts'
import { nodeIdentity } from './partner.ts'

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

/** No more questions of a class of data are answered, or they are again. Why, is not told. */
export const lookUpStopMessage = z.strictObject({
  form: z.literal('proofmark-look-up-stop-1'),
  dataClass: z.enum(LOOK_UP_CLASSES),
  stopped: z.boolean(),
  at: z.iso.datetime(),
})
export type LookUpStopMessage = z.infer<typeof lookUpStopMessage>

export const KEY_CHANGE_FORM = 'proofmark-key-change-1'
const keyChange = { form: z.literal(KEY_CHANGE_FORM), change: identifier }

/**
 * Keys that are to follow others: those of the node as an identity that names both, that of the ledger as a note that both
 * signed. `answer`: what a person at the partner decided about it.
 */
export const keyChangeMessage = z.discriminatedUnion('what', [
  z.strictObject({ ...keyChange, what: z.literal('node'), identity: nodeIdentity }),
  z.strictObject({ ...keyChange, what: z.literal('ledger'), note: z.string().min(1).max(4_000) }),
  z.strictObject({ ...keyChange, what: z.literal('answer'), verdict: z.enum(KEY_CHANGE_VERDICTS) }),
])
export type KeyChangeMessage = z.infer<typeof keyChangeMessage>

/** A word from desk to desk. */
export const noteMessage = z.strictObject({
  form: z.literal('proofmark-note-1'),
  text: text(LONG_TEXT).regex(/\S/),
  about: shownReference.nullable(),
})
export type NoteMessage = z.infer<typeof noteMessage>
