import { signCheckpoint } from '@proofmark/proofs/checkpoint'
import { appendAll, type CompactRange, emptyRange, restoreRange, root } from '@proofmark/proofs/compact-range'
import type { NoteSigner } from '@proofmark/proofs/note-key'
import type pg from 'pg'
import { inTransaction } from '../../store/transaction.ts'
import { ACCESS_TREE } from './access-tree.ts'
import { publicLogKey } from './log-key.ts'
import type { LedgerTree } from './tree.ts'

/** Entries that get their place in one transaction. */
const BATCH = 1_000

async function readFrontier(client: pg.ClientBase, { frontier }: LedgerTree): Promise<CompactRange> {
  const { rows } = await client.query<{ size: string; hashes: Buffer[] }>(`SELECT size, hashes FROM ${frontier}`)
  return rows[0] ? restoreRange(Number(rows[0].size), rows[0].hashes) : emptyRange()
}

async function writeFrontier(
  client: pg.ClientBase,
  { frontier }: LedgerTree,
  { size, hashes }: CompactRange,
): Promise<void> {
  await client.query(
    `INSERT INTO ${frontier} (singleton, size, hashes) VALUES (1, $1, $2)
     ON CONFLICT (singleton) DO UPDATE SET size = excluded.size, hashes = excluded.hashes`,
    [size, hashes.map((hash) => Buffer.from(hash))],
  )
}

/** Runs in a transaction that no other sequencer runs beside; answers null where one does. */
function alone<Result>(
  pool: pg.Pool,
  { lock }: LedgerTree,
  work: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result | null> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [lock])
    return rows[0]?.mine ? work(client) : null
  })
}

/**
 * Gives a batch of waiting entries their places in the tree and answers how many: fewer than were waiting means that
 * more wait, 0 that none does or that another process sequences. What is taken is what waits, never "above the last
 * identifier": identifiers commit out of order.
 */
export async function sequenceBatch(pool: pg.Pool, tree: LedgerTree = ACCESS_TREE): Promise<number> {
  const taken = await alone(pool, tree, async (client) => {
    const entries = await tree.waiting(client, BATCH)
    if (entries.length === 0) return 0
    const range = await readFrontier(client, tree)
    const identifiers = entries.map(({ id }) => id)
    const leaves = entries.map(({ leafHash }) => leafHash)
    await client.query(
      `INSERT INTO ${tree.leaves} (index, entry_id, leaf_hash)
       SELECT $1 + position - 1, entry_id, leaf_hash
       FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS leaf (entry_id, leaf_hash, position)`,
      [range.size, identifiers, leaves.map((leaf) => Buffer.from(leaf))],
    )
    await client.query(`DELETE FROM ${tree.queue} WHERE entry_id = ANY ($1::uuid[])`, [identifiers])
    await writeFrontier(client, tree, appendAll(range, leaves))
    return entries.length
  })
  return taken ?? 0
}

/** Gives every waiting entry its place. */
export async function sequenceAll(pool: pg.Pool, tree: LedgerTree = ACCESS_TREE): Promise<void> {
  while ((await sequenceBatch(pool, tree)) > 0);
}

/**
 * Signs the tree as it stands and keeps the checkpoint; answers its text, or null where that size was signed before or
 * another process sequences.
 */
export async function signTree(
  pool: pg.Pool,
  signer: NoteSigner,
  tree: LedgerTree = ACCESS_TREE,
): Promise<string | null> {
  return alone(pool, tree, async (client) => {
    await client.query(`INSERT INTO ${tree.keys} (key) VALUES ($1) ON CONFLICT DO NOTHING`, [publicLogKey(signer)])
    const range = await readFrontier(client, tree)
    const { rows } = await client.query(`SELECT FROM ${tree.checkpoints} WHERE size = $1`, [range.size])
    if (rows.length > 0 || range.size === 0) return null
    const note = signCheckpoint({ origin: signer.name, size: range.size, root: root(range), extensions: [] }, [signer])
    await client.query(`INSERT INTO ${tree.checkpoints} (size, note) VALUES ($1, $2)`, [range.size, note])
    return note
  })
}
