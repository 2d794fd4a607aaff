import { exchangeLeaf, exchangeLeafHash } from '@proofmark/proofs/exchange-leaf'
import type { LedgerTree } from '../../access/ledger/tree.ts'
import { EXCHANGE_COLUMNS, type ExchangeEntryRow, exchangeEntry } from './exchange-entry.ts'

interface LeafRow extends ExchangeEntryRow {
  readonly index: string
  readonly leaf_hash: Buffer
  readonly entry_id: string
}

/** The tree of exchange: the hash of all that partners were given and gave. */
export const EXCHANGE_TREE: LedgerTree = {
  entries: 'exchange_entry',
  queue: 'exchange_queue',
  leaves: 'exchange_leaf',
  frontier: 'exchange_frontier',
  checkpoints: 'exchange_checkpoint',
  keys: 'exchange_ledger_key',
  lock: 7_205_759_406,
  waiting: async (client, limit) => {
    const { rows } = await client.query<ExchangeEntryRow>(
      `SELECT ${EXCHANGE_COLUMNS} FROM exchange_queue q JOIN exchange_entry e ON e.id = q.entry_id LIMIT ${limit}`,
    )
    return rows.map((row) => ({ id: row.id, leafHash: exchangeLeafHash(exchangeEntry(row)) }))
  },
  placed: async (client, after, limit) => {
    const { rows } = await client.query<LeafRow>(
      `SELECT l.index, l.leaf_hash, l.entry_id, ${EXCHANGE_COLUMNS}
       FROM exchange_leaf l LEFT JOIN exchange_entry e ON e.id = l.entry_id
       WHERE l.index > $1 ORDER BY l.index LIMIT ${limit}`,
      [after],
    )
    return rows.map((row) => ({
      index: Number(row.index),
      entry: row.entry_id,
      leafHash: row.leaf_hash,
      shown: row.id === null ? null : { entry: { id: row.id, bytes: exchangeLeaf(exchangeEntry(row)) } },
    }))
  },
}
