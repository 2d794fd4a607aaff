import { randomUUID } from 'node:crypto'
import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { ExchangeDirection } from '@proofmark/proofs/exchange-leaf'
import type { Context } from '../../access/context.ts'

/**
 * What is committed to: messages, filters and keys of private look-ups, and packages made for a court; and what a partner
 * sent of a kind that this version does not know.
 */
export type ExchangeKind = MessageKind | 'filter' | 'public-key' | 'evidence-package' | (string & {})

export interface Exchanged {
  readonly direction: ExchangeDirection
  /** Short name of the partner; null for what is kept or published for no partner in particular. */
  readonly partner: string | null
  /** Identifier of the message, filter, key or package. */
  readonly message: string
  readonly kind: ExchangeKind
  /** SHA-256 of its exact bytes, as 64 lower-case hexadecimal digits. */
  readonly hash: string
}

/**
 * Writes an entry of the exchange ledger and puts it in line for its place in the tree, in the caller's transaction.
 * Answers the entry's identifier. What was exchanged is not in it, nor any person.
 */
export async function recordExchange(
  { client }: Pick<Context, 'client'>,
  { direction, partner, message, kind, hash }: Exchanged,
): Promise<string> {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new TypeError('The hash of an exchange is 64 lower-case hexadecimal digits.')
  const id = randomUUID()
  await client.query({
    name: 'record-exchange',
    text: `WITH entry AS (
        INSERT INTO exchange_entry (id, direction, partner, message, kind, hash) VALUES ($1, $2, $3, $4, $5, $6)
      )
      INSERT INTO exchange_queue (entry_id) VALUES ($1)`,
    values: [id, direction, partner, message, kind, Buffer.from(hash, 'hex')],
  })
  return id
}
