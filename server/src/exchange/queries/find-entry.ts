import type { ExchangeEntry } from '@proofmark/proofs/exchange-leaf'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'
import { EXCHANGE_COLUMNS, type ExchangeEntryRow, exchangeEntry } from '../ledger/exchange-entry.ts'

/** The entry of the exchange ledger with this identifier, which `recordExchange` gave. */
export async function findEntry({ client }: ReaderTransaction, id: string): Promise<ExchangeEntry> {
  const { rows } = await client.query<ExchangeEntryRow>(
    `SELECT ${EXCHANGE_COLUMNS} FROM exchange_entry e WHERE e.id = $1`,
    [id],
  )
  return exchangeEntry(rows[0]!)
}
