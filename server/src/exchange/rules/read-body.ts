import type { PeerRefusal } from '@proofmark/contract/exchange-words'
import { MESSAGE_KINDS, type MessageKind } from '@proofmark/contract/message-kinds'
import { type MessageForm, messageForms } from '../message-forms.ts'
import { parsePlain } from './parse-plain.ts'

/** A body as its form says, or why it is kept and refused, with what would be accepted. */
export type ReadBody =
  | { readonly body: unknown; readonly refusal: null }
  | { readonly refusal: PeerRefusal; readonly accepted: readonly string[] }

const isKnown = (kind: string): kind is MessageKind => MESSAGE_KINDS.some((each) => each === kind)

const formOf = (body: unknown): unknown =>
  body !== null && typeof body === 'object' && 'form' in body ? body.form : undefined

/** Reads the bytes of a message of this kind. What next year's nodes say is refused in words that they understand. */
export function readMessageBody(kind: string, bytes: Uint8Array): ReadBody {
  if (!isKnown(kind)) return { refusal: 'kind_unknown', accepted: MESSAGE_KINDS }
  const { form, schema }: MessageForm = messageForms[kind]
  const plain = parsePlain(bytes)
  if (plain === null) return { refusal: 'body_invalid', accepted: [form] }
  if (formOf(plain.value) !== form) return { refusal: 'form_unknown', accepted: [form] }
  const outcome = schema.safeParse(plain.value)
  return outcome.success ? { body: outcome.data, refusal: null } : { refusal: 'body_invalid', accepted: [form] }
}
