import type { PeerRefusal } from '@proofmark/contract/exchange-words'
import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { MessageHeader } from '@proofmark/contract/schemas/exchange-signature'
import type { Context } from '../../access/context.ts'
import { faultPoint } from '../fault-point.ts'
import type { NodeKeys } from '../keys/node-keys.ts'
import { signReceipt } from '../keys/receipt.ts'
import { isSignatureOf, readSignature } from '../keys/sign-message.ts'
import { partnerAllows } from '../policy/agreement.ts'
import { isOverQuota } from '../queries/message-quota.ts'
import { partnerKeys } from '../queries/partner-keys.ts'
import { type Door, refusalOfHeader } from '../rules/arrival.ts'
import { hashOf, MESSAGE_LIMIT_BYTES } from '../rules/message.ts'
import { readMessageBody } from '../rules/read-body.ts'
import { noteExchange } from './note-exchange.ts'
import { recordArrival } from './record-arrival.ts'

/** A message as it came to a door. */
export interface Arrival {
  readonly partner: string
  readonly door: Door
  readonly body: Buffer
  readonly signature: string | null
  readonly partnerClock: Date | null
}

export type Stored =
  | { readonly receipt: string; readonly repeated: boolean }
  | { readonly refusal: PeerRefusal; readonly accepted?: readonly string[] }

/** Where a partner has no agreement in force: how far clocks may be apart for what it still owes us. */
const USUAL_TOLERANCE = 300
/** A message's kind that is none of ours is kept with what it said of itself. */
const KEPT_UNKNOWN: ReadonlySet<PeerRefusal> = new Set(['kind_unknown', 'form_unknown', 'body_invalid'])

/**
 * Takes in a message that came from an authenticated partner: examines signature, sender, recipient, clock and form, and
 * keeps it with its receipt, in one transaction. The same message once more gets the same receipt. What is refused is
 * noted with its reason; of a form that we do not know yet it is kept besides, and may come again. Never throws for what
 * the partner did.
 */
export async function storeMessage(context: Context, keys: NodeKeys, arrival: Arrival): Promise<Stored> {
  const { partner, body, signature } = arrival
  const header = signature === null ? null : readSignature(signature)
  const sha256 = hashOf(body)
  const refuse = async (refusal: PeerRefusal, accepted?: readonly string[]): Promise<Stored> => {
    await recordArrival(context, arrival, header, sha256, refusal)
    return accepted === undefined ? { refusal } : { refusal, accepted }
  }
  if (signature === null) return refuse('signature_missing')
  if (!header) return refuse('signature_wrong')
  if (body.length > MESSAGE_LIMIT_BYTES) return refuse('too_large')
  const known = (await partnerKeys(context, partner, 'message', context.now)).find(
    (each) => each.toString('base64url') === header.kid,
  )
  if (!known) return refuse('key_unknown')
  if (!(await isSignatureOf(signature, body, known))) return refuse('signature_wrong')
  // A kind of next year is judged by what the form of a note would be allowed.
  const verdict = await partnerAllows(context, partner, { what: 'message', kind: header.kind as MessageKind })
  const agreement = verdict.partner?.agreement?.terms
  const wrong = refusalOfHeader(header, {
    door: arrival.door,
    partner,
    node: keys.node,
    hash: sha256.toString('hex'),
    now: context.now,
    partnerClock: arrival.partnerClock,
    clockTolerance: agreement?.clockTolerance ?? USUAL_TOLERANCE,
  })
  if (wrong) return refuse(wrong)
  const earlier = await earlierOf(context, partner, header.message)
  if (earlier && !earlier.sha256.equals(sha256)) return refuse('id_reused')
  if (earlier && earlier.receipt !== null) {
    await recordArrival(context, arrival, header, sha256, 'repeated')
    return { receipt: earlier.receipt, repeated: true }
  }
  if (!verdict.allowed) return refuse('not_allowed')
  if (await isOverQuota(context, partner, agreement?.quotas.messages ?? null)) return refuse('quota')
  const read = readMessageBody(header.kind, body)
  if (read.refusal !== null) {
    if (KEPT_UNKNOWN.has(read.refusal) && !earlier)
      await insert(context, arrival, header, sha256, { state: 'refused', reason: read.refusal, receipt: null })
    return refuse(read.refusal, read.accepted)
  }
  const receipt = await signReceipt(keys, {
    message: header.message,
    hash: header.hash,
    sender: partner,
    receivedAt: context.now.toISOString(),
  })
  if (earlier) await acceptNow(context, partner, header.message, receipt)
  else {
    const fresh = await insert(context, arrival, header, sha256, { state: 'stored', reason: null, receipt })
    // Another connection was faster by a moment: the partner gets that one's receipt at its next attempt.
    if (!fresh) return refuse('busy')
  }
  const { message, hash, kind } = header
  await noteExchange(context, { direction: 'in', partner, message, hash, kind })
  await recordArrival(context, arrival, header, sha256, arrival.door === 'file' ? 'by_file' : 'delivered')
  await context.audit({ action: 'message.received', subjects: [message], body: { partner, kind, hash } })
  faultPoint('storing')
  return { receipt, repeated: false }
}

async function earlierOf({ query }: Context, partner: string, message: string) {
  return query
    .selectFrom('inbox_message')
    .select(['sha256', 'receipt'])
    .where('partner', '=', partner)
    .where('id', '=', message)
    .executeTakeFirst()
}

interface Kept {
  readonly state: 'stored' | 'refused'
  readonly reason: string | null
  readonly receipt: string | null
}

async function insert(
  { query, now }: Context,
  { partner, body, signature, door }: Arrival,
  { message, kind, about, sentAt }: MessageHeader,
  sha256: Buffer,
  kept: Kept,
): Promise<boolean> {
  const made = await query
    .insertInto('inbox_message')
    .values({
      partner,
      id: message,
      kind,
      about,
      body,
      sha256,
      signature: signature ?? '',
      sent_at: new Date(sentAt),
      received_at: now,
      door,
      taken_at: null,
      ...kept,
    })
    .onConflict((conflict) => conflict.columns(['partner', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** It was refused when it came first, and is of a form that we have learned since. */
async function acceptNow({ query }: Context, partner: string, message: string, receipt: string): Promise<void> {
  await query
    .updateTable('inbox_message')
    .set({ state: 'stored', reason: null, receipt })
    .where('partner', '=', partner)
    .where('id', '=', message)
    .where('state', '=', 'refused')
    .execute()
}
