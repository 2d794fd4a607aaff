import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { sealEnvelope } from '../keys/envelope.ts'
import type { NodeKeys } from '../keys/node-keys.ts'
import { signMessage } from '../keys/sign-message.ts'
import { needExchanger } from '../policy/partner.ts'
import { findPartner } from '../queries/find-partner.ts'
import { partnerKeys } from '../queries/partner-keys.ts'
import { LIFE_MS } from '../rules/arrival.ts'
import { recordDelivery } from './record-delivery.ts'

export interface TakenOut {
  /** What the file holds: text of one line. */
  readonly sealed: string
  readonly messages: readonly string[]
  readonly receipts: number
}

/** So much of bodies goes into one file. */
const MOST_BYTES = 20_000_000
const MOST_MESSAGES = 1_000
/** Receipts of what came by file are in every file for its sender for so long: nobody knows which of them arrived. */
const RECEIPTS_MS = 60 * 24 * 3_600_000

/**
 * What waits for a partner, and the receipts of what it sent by file, as a file that it alone can open. Nothing changes in
 * the outbox but its record: a message waits on until its receipt comes, by whatever way, and if it comes twice it is
 * taken once. Throws `partner_unknown`, `partner_not_reconciled`, `envelope_key_missing`.
 */
export async function takeOut(
  context: Context,
  keys: NodeKeys,
  { partner }: { readonly partner: string },
): Promise<TakenOut> {
  needExchanger(context.reader)
  const { query, now } = context
  const found = await findPartner(context, partner, now)
  if (!found) throw new ProofmarkError('partner_unknown', { value: partner })
  if (!found.reconciled) throw new ProofmarkError('partner_not_reconciled', { partner })
  const [recipientKey] = await partnerKeys(context, partner, 'envelope', now)
  if (!recipientKey) throw new ProofmarkError('envelope_key_missing', { partner })
  const waiting = query
    .selectFrom('outbox_message')
    .select(['id', 'kind', 'about', 'body', 'sha256'])
    .where('partner', '=', partner)
    .where('state', 'in', ['waiting', 'dead'])
  const owed = found.state === 'active' ? waiting : waiting.where('kind', 'in', ['correction', 'revocation'])
  const rows = await owed.orderBy('number').limit(MOST_MESSAGES).execute()
  let bytes = 0
  const taken = rows.filter(({ body }) => {
    bytes += body.length
    return bytes <= MOST_BYTES
  })
  const messages: { signature: string; body: string }[] = []
  for (const { id, kind, about, body, sha256 } of taken) {
    const signature = await signMessage(keys, body, {
      recipient: partner,
      message: id,
      kind,
      about,
      hash: sha256.toString('hex'),
      sentAt: now.toISOString(),
      expires: new Date(now.getTime() + LIFE_MS.file).toISOString(),
    })
    messages.push({ signature, body: body.toString('base64') })
    await recordDelivery(context, {
      partner,
      direction: 'out',
      message: id,
      kind,
      hash: sha256,
      reason: 'by_file',
      account: context.reader.account,
      at: now,
    })
  }
  const given = await query
    .selectFrom('inbox_message')
    .select('receipt')
    .where('partner', '=', partner)
    .where('door', '=', 'file')
    .where('receipt', 'is not', null)
    .where('received_at', '>', new Date(now.getTime() - RECEIPTS_MS))
    .orderBy('number', 'desc')
    .limit(10_000)
    .execute()
  const receipts = given.flatMap(({ receipt }) => (receipt === null ? [] : [receipt]))
  const sealed = await sealEnvelope(recipientKey, {
    form: 'proofmark-envelope-1',
    sender: keys.node,
    recipient: partner,
    messages,
    receipts,
  })
  const ids = taken.map(({ id }) => id)
  await context.audit({ action: 'message.taken_out', subjects: ids, body: { partner, messages: ids.length } })
  return { sealed, messages: ids, receipts: receipts.length }
}
