import { ProofmarkError } from '@proofmark/contract/errors'
import type { PeerRefusal } from '@proofmark/contract/exchange-words'
import type { Context, Run } from '../../access/context.ts'
import { acknowledge } from '../commands/settle-outbox.ts'
import { storeMessage } from '../commands/store-message.ts'
import { openEnvelope } from '../keys/envelope.ts'
import type { NodeKeys } from '../keys/node-keys.ts'
import { readReceipt } from '../keys/receipt.ts'
import { needExchanger } from '../policy/partner.ts'
import { findPartner } from '../queries/find-partner.ts'
import { partnerKeys } from '../queries/partner-keys.ts'

export interface TakenIn {
  readonly partner: string
  /** Messages that were not here before. */
  readonly stored: number
  /** Those that were. */
  readonly repeated: number
  /** Our messages whose receipts it brought. */
  readonly acknowledged: number
  /** Why others were refused, one for each. */
  readonly refused: readonly PeerRefusal[]
}

/** Is it the partner's receipt for a message of ours? Notes it then; answers whether it said anything new. */
async function takeReceipt(context: Context, keys: NodeKeys, partner: string, receipt: string): Promise<boolean> {
  const said = await readReceipt(receipt, await partnerKeys(context, partner, 'message', context.now))
  if (!said || said.sender !== keys.node || said.recipient !== partner) return false
  const found = await context.query
    .selectFrom('outbox_message')
    .select(['id', 'kind', 'sha256'])
    .where('id', '=', said.message)
    .where('partner', '=', partner)
    .executeTakeFirst()
  if (!found || found.sha256.toString('hex') !== said.hash) return false
  return acknowledge(context, { ...found, partner }, receipt, 'by_file')
}

/**
 * Takes a file of a partner in: each message as if it had come over a connection, in a transaction of its own, each receipt
 * besides. Taken in twice it is taken in once. Throws `envelope_unreadable` for what was not sealed to this node or was
 * changed, `partner_unknown`.
 */
export async function takeIn(run: Run, keys: NodeKeys, sealed: string): Promise<TakenIn> {
  const content = await openEnvelope(keys, sealed)
  if (!content || content.recipient !== keys.node) throw new ProofmarkError('envelope_unreadable')
  const { sender: partner } = content
  await run(async (context) => {
    needExchanger(context.reader)
    if (!(await findPartner(context, partner, context.now)))
      throw new ProofmarkError('partner_unknown', { value: partner })
  })
  let [stored, repeated, acknowledged] = [0, 0, 0]
  const refused: PeerRefusal[] = []
  for (const { signature, body } of content.messages) {
    const outcome = await run((context) =>
      storeMessage(context, keys, {
        partner,
        door: 'file',
        body: Buffer.from(body, 'base64'),
        signature,
        partnerClock: null,
      }),
    )
    if ('refusal' in outcome) refused.push(outcome.refusal)
    else if (outcome.repeated) repeated++
    else stored++
  }
  for (const receipt of content.receipts)
    if (await run((context) => takeReceipt(context, keys, partner, receipt))) acknowledged++
  return { partner, stored, repeated, acknowledged, refused }
}
