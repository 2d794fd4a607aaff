import { appendAll, type CompactRange, emptyRange, root } from '@proofmark/proofs/compact-range'
import { consistencyRanges, inclusionRanges, type LeafRange } from '@proofmark/proofs/merkle'
import type pg from 'pg'

/** Leaves of a range, in order, at most a page of them. */
export type ReadLeaves = (from: number, past: number) => Promise<readonly Uint8Array[]>

export const LEAVES_A_PAGE = 10_000

/** The root over the leaves of a range, read page by page. */
async function rootOfRange(read: ReadLeaves, { start, end }: LeafRange): Promise<Uint8Array> {
  let range: CompactRange = emptyRange()
  for (let from = start; from < end; from += LEAVES_A_PAGE)
    range = appendAll(range, await read(from, Math.min(from + LEAVES_A_PAGE, end)))
  return root(range)
}

async function rootsOf(read: ReadLeaves, ranges: readonly LeafRange[]): Promise<Uint8Array[]> {
  const roots: Uint8Array[] = []
  for (const range of ranges) roots.push(await rootOfRange(read, range))
  return roots
}

const ofExchange =
  (client: pg.ClientBase): ReadLeaves =>
  async (from, past) => {
    const { rows } = await client.query<{ leaf_hash: Buffer }>(
      'SELECT leaf_hash FROM exchange_leaf WHERE index >= $1 AND index < $2 ORDER BY index',
      [from, past],
    )
    return rows.map(({ leaf_hash: hash }) => hash)
  }

/** The proof that the leaf at this index stands in the tree of so many leaves that these are. */
export const inclusionIn = (read: ReadLeaves, index: number, size: number): Promise<Uint8Array[]> =>
  rootsOf(read, inclusionRanges(index, size))

/** The proof that the exchange ledger of `newer` leaves begins with that of `older`. */
export function consistencyOf(client: pg.ClientBase, older: number, newer: number): Promise<Uint8Array[]> {
  return rootsOf(ofExchange(client), consistencyRanges(older, newer))
}

/** The proof that the leaf at this index stands in the exchange ledger of so many leaves. */
export function inclusionOf(client: pg.ClientBase, index: number, size: number): Promise<Uint8Array[]> {
  return inclusionIn(ofExchange(client), index, size)
}
