import type { PlainData } from '@proofmark/proofs/canonical'
import { entryLeafHash } from '@proofmark/proofs/entry-leaf'
import { ENTRY_COLUMNS, type EntryRow, entryHead } from './entry-head.ts'
import type { LedgerTree, PlacedLeaf } from './tree.ts'

interface LeafRow extends EntryRow {
  readonly index: string
  readonly leaf_hash: Buffer
  readonly entry_id: string
  readonly body: PlainData | null
  readonly salt: Buffer | null
}

function shownOf(row: LeafRow): PlacedLeaf['shown'] {
  if (row.id === null) return null
  const head = entryHead(row)
  return row.body === null || row.salt === null ? { head } : { head, body: { salt: row.salt, content: row.body } }
}

/** The tree of access: who did or saw what. */
export const ACCESS_TREE: LedgerTree = {
  entries: 'audit_entry',
  queue: 'audit_queue',
  leaves: 'ledger_leaf',
  frontier: 'ledger_frontier',
  checkpoints: 'ledger_checkpoint',
  keys: 'ledger_key',
  lock: 7_205_759_404,
  waiting: async (client, limit) => {
    const { rows } = await client.query<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM audit_queue q JOIN audit_entry e ON e.id = q.entry_id LIMIT ${limit}`,
    )
    return rows.map((row) => ({ id: row.id, leafHash: entryLeafHash(entryHead(row)) }))
  },
  placed: async (client, after, limit) => {
    const { rows } = await client.query<LeafRow>(
      `SELECT l.index, l.leaf_hash, l.entry_id, ${ENTRY_COLUMNS}, e.body, e.salt
       FROM ledger_leaf l LEFT JOIN audit_entry e ON e.id = l.entry_id
       WHERE l.index > $1 ORDER BY l.index LIMIT ${limit}`,
      [after],
    )
    return rows.map((row) => ({
      index: Number(row.index),
      entry: row.entry_id,
      leafHash: row.leaf_hash,
      shown: shownOf(row),
    }))
  },
}
