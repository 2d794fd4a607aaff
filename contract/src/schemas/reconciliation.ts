import * as z from 'zod'
import { identifier } from './common.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const place = z.string().regex(/^\d{1,18}$/)
const FORM = z.literal('proofmark-reconciliation-1')

/** What a node that was restored asks its partner: what it sent, what it was sent, and the messages that it lost. */
export const reconciliationRequest = z.discriminatedUnion('ask', [
  /** That it was restored, and since when it may have lost what was exchanged: a person at the partner agrees first. */
  z.strictObject({ form: FORM, ask: z.literal('restored'), since: z.iso.datetime() }),
  /** The messages of the asker that the partner holds, a page after `after`. */
  z.strictObject({ form: FORM, ask: z.literal('held'), after: place }),
  /** The bytes of one of them. */
  z.strictObject({ form: FORM, ask: z.literal('body'), message: identifier }),
  /** The messages of the partner that the asker gave a receipt for, a page after `after`. */
  z.strictObject({ form: FORM, ask: z.literal('acknowledged'), after: place }),
  /** Those among them that the asker no longer has: they are to be sent again. */
  z.strictObject({ form: FORM, ask: z.literal('again'), messages: z.array(identifier).max(1_000) }),
])
export type ReconciliationRequest = z.infer<typeof reconciliationRequest>

export const heldMessages = z.strictObject({
  messages: z
    .array(
      z.strictObject({
        message: identifier,
        hash,
        kind: z.string().max(60),
        about: z.string().max(120).nullable(),
        sentAt: z.iso.datetime(),
        receipt: z.string().max(4_096),
      }),
    )
    .max(1_000),
  next: place.nullable(),
})
export const acknowledgedMessages = z.strictObject({
  messages: z.array(z.strictObject({ message: identifier, hash })).max(1_000),
  next: place.nullable(),
})
export const messagesAgain = z.strictObject({ again: z.number().int().min(0) })
export const restoreAnswer = z.strictObject({ restore: z.enum(['waiting', 'approved', 'refused']) })
