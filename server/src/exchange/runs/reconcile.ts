import {
  acknowledgedMessages,
  heldMessages,
  messagesAgain,
  type ReconciliationRequest,
  restoreAnswer,
} from '@proofmark/contract/schemas/reconciliation'
import type * as z from 'zod'
import { reasonOf } from '../../processes/reason.ts'
import { recoverMessage } from '../commands/recover-message.ts'
import { acknowledge } from '../commands/settle-outbox.ts'
import { readReceipt } from '../keys/receipt.ts'
import type { ExchangeNode } from '../node.ts'
import { LinkFailed, type PeerAddress } from '../peer/call-peer.ts'
import { RECONCILIATION_PATH } from '../peer/reconciliation-route.ts'
import { partnerAddress } from '../queries/partner-address.ts'
import { partnerKeys } from '../queries/partner-keys.ts'
import { hashOf, MESSAGE_LIMIT_BYTES } from '../rules/message.ts'
import { parsePlain } from '../rules/parse-plain.ts'
import type { Caller } from './dispatch.ts'

const PAGE_LIMIT_BYTES = 8_000_000
const PATIENCE_MS = 60_000

type Asking = ReconciliationRequest extends infer Each ? (Each extends unknown ? Omit<Each, 'form'> : never) : never
type HeldMessage = z.infer<typeof heldMessages>['messages'][number]

/** One node that was restored, asking one partner. */
class Reconciliation {
  readonly #node: ExchangeNode
  readonly #caller: Caller
  readonly #partner: string
  readonly #address: PeerAddress
  constructor(node: ExchangeNode, caller: Caller, partner: string, address: PeerAddress) {
    this.#node = node
    this.#caller = caller
    this.#partner = partner
    this.#address = address
  }

  async #ask(asking: Asking, limit = PAGE_LIMIT_BYTES): Promise<Buffer> {
    const body = Buffer.from(JSON.stringify({ form: 'proofmark-reconciliation-1', ...asking }))
    const { status, body: said } = await this.#caller.call(this.#address, {
      path: RECONCILIATION_PATH,
      body,
      headers: { 'content-type': 'application/json' },
      limit,
      patience: PATIENCE_MS,
    })
    if (status !== 200) throw new LinkFailed('answer_unreadable')
    return said
  }

  async #askFor<Schema extends z.ZodType>(schema: Schema, asking: Asking): Promise<z.output<Schema>> {
    const outcome = schema.safeParse(parsePlain(await this.#ask(asking))?.value)
    if (!outcome.success) throw new LinkFailed('answer_unreadable')
    return outcome.data
  }

  /** Says that we were restored, and since when we know of nothing; answers whether a person at the partner agreed. */
  async declare(): Promise<boolean> {
    const { rows } = await this.#node.run(({ client }) =>
      client.query<{ last: Date | null }>(
        `SELECT greatest((SELECT max(received_at) FROM inbox_message WHERE partner = $1),
           (SELECT max(coalesce(acknowledged_at, created_at)) FROM outbox_message WHERE partner = $1)) AS last`,
        [this.#partner],
      ),
    )
    const since = rows[0]?.last ?? new Date(0)
    return (await this.#askFor(restoreAnswer, { ask: 'restored', since: since.toISOString() })).restore === 'approved'
  }

  /** What of ours the partner holds: it needs not be sent again, and what we lost is put back. */
  async recover(): Promise<number> {
    let recovered = 0
    for (let after: string | null = '0'; after !== null; ) {
      const page: z.infer<typeof heldMessages> = await this.#askFor(heldMessages, { ask: 'held', after })
      for (const held of page.messages) if (await this.#recoverOne(held)) recovered++
      after = page.next
    }
    return recovered
  }

  async #recoverOne(held: HeldMessage): Promise<boolean> {
    const { message, hash, kind, about, receipt } = held
    const partner = this.#partner
    const { run, keys } = this.#node
    const pinned = await run((context) => partnerKeys(context, partner, 'message', context.now))
    const said = await readReceipt(receipt, pinned)
    if (said?.message !== message || said.hash !== hash || said.sender !== keys.node || said.recipient !== partner)
      return false
    const sha256 = Buffer.from(hash, 'hex')
    const known = await run(({ query }) =>
      query.selectFrom('outbox_message').select(['partner', 'sha256']).where('id', '=', message).executeTakeFirst(),
    )
    if (known) {
      const isSame = known.partner === partner && known.sha256.equals(sha256)
      return (
        isSame && run((context) => acknowledge(context, { id: message, partner, kind, sha256 }, receipt, 'recovered'))
      )
    }
    const body = await this.#ask({ ask: 'body', message }, MESSAGE_LIMIT_BYTES)
    if (!hashOf(body).equals(sha256)) throw new LinkFailed('answer_unreadable')
    const sentAt = new Date(held.sentAt)
    await run((context) => recoverMessage(context, { partner, message, kind, about, body, sentAt, receipt }))
    return true
  }

  /** What the partner sent us and we no longer have: it sends it again. */
  async askAgain(): Promise<number> {
    let again = 0
    for (let after: string | null = '0'; after !== null; ) {
      const page: z.infer<typeof acknowledgedMessages> = await this.#askFor(acknowledgedMessages, {
        ask: 'acknowledged',
        after,
      })
      const missing = await this.#missing(page.messages.map(({ message }) => message))
      if (missing.length > 0) again += (await this.#askFor(messagesAgain, { ask: 'again', messages: missing })).again
      after = page.next
    }
    return again
  }

  async #missing(messages: readonly string[]): Promise<string[]> {
    if (messages.length === 0) return []
    const held = await this.#node.run(({ query }) =>
      query
        .selectFrom('inbox_message')
        .select('id')
        .where('partner', '=', this.#partner)
        .where('id', 'in', [...messages])
        .execute(),
    )
    const known = new Set(held.map(({ id }) => id))
    return messages.filter((each) => !known.has(each))
  }
}

/**
 * After a restore: tells every partner that can be reached so, and once a person there agreed asks what it has, puts back what we lost, has sent again what it sent
 * us, and only then lets anything be sent to it. One that cannot be asked is asked another time. Answers how many were.
 */
export async function reconcile(node: ExchangeNode, caller: Caller): Promise<number> {
  const waiting = await node.run(({ query }) =>
    query
      .selectFrom('partner')
      .select('short as partner')
      .where('reconciled', '=', false)
      .where('endpoint', 'is not', null)
      .orderBy('short')
      .execute(),
  )
  let done = 0
  for (const { partner } of waiting) {
    try {
      const address = await node.run((context) => partnerAddress(context, partner))
      if (!address) continue
      const asking = new Reconciliation(node, caller, partner, address)
      if (!(await asking.declare())) continue
      const recovered = await asking.recover()
      const again = await asking.askAgain()
      await node.run(async (context) => {
        const { query, audit } = context
        await query
          .updateTable('partner')
          .set({ reconciled: true, reconciled_at: context.now })
          .where('short', '=', partner)
          .execute()
        await audit({ action: 'partner.reconciled', body: { partner, recovered, again } })
      })
      done++
    } catch (failure) {
      node.services.logger.warn({ partner, reason: reasonOf(failure) }, 'a partner could not be asked what it has')
    }
  }
  return done
}
