import type { ExchangeEntry } from '@proofmark/proofs/exchange-leaf'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'
import { EXCHANGE_COLUMNS, type ExchangeEntryRow, exchangeEntry } from '../ledger/exchange-entry.ts'

/** A message about a matter as it was exchanged, with its entry in the exchange ledger. */
export interface ExchangedMessage {
  readonly entry: ExchangeEntry
  /** Its exact bytes. */
  readonly body: Buffer
  /** The partner's, for what we sent: a compact JWS. */
  readonly receipt: string | null
}

interface Row extends ExchangeEntryRow {
  readonly body: Buffer
  readonly receipt: string | null
}

/** What was sent and received about a matter, in the order in which it was written down. */
export async function exchangedAbout({ client }: ReaderTransaction, about: string): Promise<ExchangedMessage[]> {
  const { rows } = await client.query<Row>(
    `SELECT ${EXCHANGE_COLUMNS}, m.body, m.receipt
     FROM (
       SELECT id, partner, 'outgoing' AS direction, body, receipt FROM outbox_message WHERE about = $1
       UNION ALL
       SELECT id, partner, 'incoming', body, NULL FROM inbox_message WHERE about = $1 AND state <> 'refused'
     ) m
     JOIN exchange_entry e ON e.message = m.id::text AND e.partner = m.partner AND e.direction = m.direction
     ORDER BY e.recorded_at, e.id`,
    [about],
  )
  return rows.map(({ body, receipt, ...row }) => ({ entry: exchangeEntry(row), body, receipt }))
}

/** The keys by which these partners sign messages and receipts, those of the past among them: base64url by partner. */
export async function messageKeysOf(
  { client }: ReaderTransaction,
  partners: readonly string[],
): Promise<Record<string, string[]>> {
  const { rows } = await client.query<{ partner: string; key: Buffer }>(
    `SELECT partner, key FROM partner_key WHERE use = 'message' AND partner = ANY ($1) ORDER BY partner, key`,
    [partners],
  )
  const keys: Record<string, string[]> = {}
  for (const { partner, key } of rows) keys[partner] = [...(keys[partner] ?? []), key.toString('base64url')]
  return keys
}
