import { appendAll, type CompactRange, emptyRange, root } from '@proofmark/proofs/compact-range'
import { consistencyRanges, inclusionRanges, type LeafRange } from '@proofmark/proofs/merkle'
import type pg from 'pg'

const PAGE = 10_000

/** The root over the leaves of a range, read page by page. */
async function rootOfRange(client: pg.ClientBase, { start, end }: LeafRange): Promise<Uint8Array> {
  let range: CompactRange = emptyRange()
  for (let from = start; from < end; from += PAGE) {
    const { rows } = await client.query<{ leaf_hash: Buffer }>(
      'SELECT leaf_hash FROM exchange_leaf WHERE index >= $1 AND index < $2 ORDER BY index',
      [from, Math.min(from + PAGE, end)],
    )
    range = appendAll(
      range,
      rows.map(({ leaf_hash: hash }) => hash),
    )
  }
  return root(range)
}

async function rootsOf(client: pg.ClientBase, ranges: readonly LeafRange[]): Promise<Uint8Array[]> {
  const roots: Uint8Array[] = []
  for (const range of ranges) roots.push(await rootOfRange(client, range))
  return roots
}

/** The proof that the exchange ledger of `newer` leaves begins with that of `older`. */
export function consistencyOf(client: pg.ClientBase, older: number, newer: number): Promise<Uint8Array[]> {
  return rootsOf(client, consistencyRanges(older, newer))
}

/** The proof that the leaf at this index stands in the exchange ledger of so many leaves. */
export function inclusionOf(client: pg.ClientBase, index: number, size: number): Promise<Uint8Array[]> {
  return rootsOf(client, inclusionRanges(index, size))
}
