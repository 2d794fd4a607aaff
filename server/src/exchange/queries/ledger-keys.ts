import type { ReaderTransaction } from '../../store/reader-transaction.ts'

/** The keys by which the exchange ledger is checked: its own, and those of the partners that cosign it. */
export async function ledgerKeys({
  client,
}: ReaderTransaction): Promise<{ readonly ledger: string | null; readonly cosigners: readonly string[] }> {
  const own = await client.query<{ key: string }>('SELECT key FROM exchange_ledger_key ORDER BY since DESC LIMIT 1')
  const others = await client.query<{ key: string }>(
    `SELECT cosigner_key AS key FROM exchange_witness WHERE cosigner_key IS NOT NULL ORDER BY cosigner_key`,
  )
  return { ledger: own.rows[0]?.key ?? null, cosigners: others.rows.map(({ key }) => key) }
}
