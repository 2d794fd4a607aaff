import type { ReaderTransaction } from '../../store/reader-transaction.ts'

/** The partners that cosigned a checkpoint over each of these entries of the exchange ledger, by entry. */
export async function cosignersOf(
  { client }: ReaderTransaction,
  entries: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query<{ entry: string; partners: string[] }>(
    `SELECT l.entry_id AS entry, array_agg(c.partner ORDER BY c.partner) AS partners
     FROM exchange_leaf l
     JOIN (SELECT partner, max(size) AS size FROM exchange_cosignature GROUP BY partner) AS c ON c.size > l.index
     WHERE l.entry_id = ANY ($1::uuid[]) GROUP BY l.entry_id`,
    [entries],
  )
  return new Map(rows.map(({ entry, partners }) => [entry, partners]))
}
