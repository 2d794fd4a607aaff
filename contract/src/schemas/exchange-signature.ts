import * as z from 'zod'
import { identifier, shownReference } from './common.ts'
import { nodeName } from './partner.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const key = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/**
 * The protected header of a message's signature: a detached JWS (RFC 7515, appendix F; Ed25519 by RFC 8037) over the exact
 * bytes of the body. It binds who says it to whom, under which id, when and until when.
 */
export const messageHeader = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.literal('proofmark-message-1'),
  /** The sender's public key, which the recipient has pinned. */
  kid: key,
  sender: nodeName,
  recipient: nodeName,
  message: identifier,
  /** A kind that the recipient does not know yet is kept too. */
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  about: shownReference.nullable(),
  /** SHA-256 of the body. */
  hash,
  sentAt: z.iso.datetime(),
  expires: z.iso.datetime(),
})
export type MessageHeader = z.infer<typeof messageHeader>

/** The payload of a receipt: a compact JWS by the recipient's message key. */
export const receiptPayload = z.strictObject({
  form: z.literal('proofmark-receipt-1'),
  message: identifier,
  hash,
  sender: nodeName,
  recipient: nodeName,
  receivedAt: z.iso.datetime(),
})
export type ReceiptPayload = z.infer<typeof receiptPayload>

/** What a file for a partner holds once it is decrypted. */
export const envelopeContent = z.strictObject({
  form: z.literal('proofmark-envelope-1'),
  sender: nodeName,
  recipient: nodeName,
  messages: z.array(z.strictObject({ signature: z.string().max(8_192), body: z.base64() })).max(10_000),
  receipts: z.array(z.string().max(8_192)).max(10_000),
})
export type EnvelopeContent = z.infer<typeof envelopeContent>
