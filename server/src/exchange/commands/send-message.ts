import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { MessageKind } from '@proofmark/contract/message-kinds'
import { shownReference } from '@proofmark/contract/schemas/common'
import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'
import type { Context } from '../../access/context.ts'
import { needAllowed } from '../policy/agreement.ts'
import { hashOf, MESSAGE_LIMIT_BYTES } from '../rules/message.ts'
import { noteExchange } from './note-exchange.ts'

export interface MessageToSend {
  /** Short name of the partner. */
  readonly partner: string
  readonly kind: MessageKind
  /** Plain data; it travels as canonical JSON (RFC 8785). */
  readonly body: unknown
  /** The matter: messages about one are sent in their order, each when the one before it was received. */
  readonly about?: string | undefined
  /** Whom or what it tells of: these subjects' corrections will go to this partner too. */
  readonly subjects?: readonly string[] | undefined
}

/**
 * Puts a message into the outbox in the caller's transaction, with its entry in the access log: it is sent once that is
 * committed, and never if it is not. Throws `partner_unknown`, `agreement_forbids`, `message_too_large`.
 */
export async function sendMessage(context: Context, sent: MessageToSend): Promise<{ message: string }> {
  const { partner, kind, about = null, subjects = [] } = sent
  // It travels in the signature's header, which the partner would refuse.
  if (about !== null && !shownReference.safeParse(about).success)
    throw new TypeError('A matter is named by a short text without control characters.')
  await needAllowed(context, partner, { what: 'message', kind })
  const body = Buffer.from(canonicalJson(sent.body as PlainData))
  if (body.length > MESSAGE_LIMIT_BYTES) throw new ProofmarkError('message_too_large', { limit: MESSAGE_LIMIT_BYTES })
  const message = randomUUID()
  const sha256 = hashOf(body)
  await context.query
    .insertInto('outbox_message')
    .values({
      id: message,
      partner,
      kind,
      about,
      body,
      sha256,
      next_attempt_at: context.now,
      last_reason: null,
      receipt: null,
      created_by: context.reader.account,
      created_at: context.now,
      acknowledged_at: null,
    })
    .execute()
  for (const subject of new Set(subjects)) {
    await context.query
      .insertInto('dissemination')
      .values({ subject, message_id: message, partner, told_at: context.now })
      .execute()
  }
  const hash = sha256.toString('hex')
  await noteExchange(context, { direction: 'out', partner, message, hash, kind })
  await context.audit({ action: 'message.sent', subjects: [message], body: { partner, kind, hash } })
  return { message }
}
