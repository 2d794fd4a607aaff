import { parseCosignerKey } from '@proofmark/proofs/cosignature'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'
import { ledgerKeyChanges } from './own-key-changes.ts'

/** By what the exchange ledger is checked. */
export interface LedgerKeys {
  /** Text of its own key; null before anything was signed. */
  readonly ledger: string | null
  /** Texts of the keys of partners that cosign it. */
  readonly cosigners: readonly string[]
  /** Whose those are, by the name that each key bears. */
  readonly witnesses: Readonly<Record<string, string>>
  /** The notes by which the ledger's key followed others, the first one first. */
  readonly changes: readonly string[]
}

/** The keys by which the exchange ledger is checked: its own, and those of the partners that cosign it. */
export async function ledgerKeys(transaction: ReaderTransaction): Promise<LedgerKeys> {
  const { client } = transaction
  const own = await client.query<{ key: string }>('SELECT key FROM exchange_ledger_key ORDER BY since DESC LIMIT 1')
  const { rows } = await client.query<{ key: string; partner: string; name: string | null }>(
    `SELECT w.cosigner_key AS key, w.partner, p.name FROM exchange_witness w LEFT JOIN partner p ON p.short = w.partner
     WHERE w.cosigner_key IS NOT NULL ORDER BY w.cosigner_key`,
  )
  return {
    ledger: own.rows[0]?.key ?? null,
    cosigners: rows.map(({ key }) => key),
    witnesses: Object.fromEntries(
      rows.map(({ key, partner, name }) => [
        parseCosignerKey(key).name,
        name === null ? partner : `${partner}, ${name}`,
      ]),
    ),
    changes: await ledgerKeyChanges(transaction),
  }
}
