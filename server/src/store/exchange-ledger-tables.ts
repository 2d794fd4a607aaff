import type { Generated } from 'kysely'
import type { Int8, Stamp } from './column-types.ts'

/** The ledger of exchange, its witnesses and those whose witness we are. */
export interface ExchangeLedgerTables {
  exchange_entry: {
    id: string
    recorded_at: Stamp
    direction: 'outgoing' | 'incoming'
    partner: string | null
    message: string
    kind: string
    hash: Buffer
  }
  exchange_queue: { entry_id: string }
  exchange_leaf: { index: Int8; entry_id: string; leaf_hash: Buffer }
  exchange_frontier: { singleton: number; size: Int8; hashes: Buffer[] }
  exchange_checkpoint: { size: Int8; note: string; created_at: Stamp }
  exchange_ledger_key: { key: string; since: Stamp }
  exchange_witness: {
    partner: string
    cosigner_key: string | null
    holds: Generated<string>
    sent_size: Int8 | null
    sent_at: Date | null
  }
  exchange_cosignature: { size: Int8; partner: string; line: string; cosigned_at: Date; received_at: Stamp }
  witnessed_ledger: {
    partner: string
    origin: string
    ledger_key: string
    since: Stamp
    earlier_keys: Generated<string[]>
  }
  witnessed_checkpoint: {
    partner: string
    size: Int8
    note: string
    received_at: Stamp
    cosignature: string | null
    cosigner_key: string | null
    answered_at: Date | null
  }
  witness_refusal: {
    id: string
    partner: string
    reason: string
    held: string | null
    offered: string
    older: Int8
    proof: string[]
    recorded_at: Stamp
    answered_at: Date | null
  }
  exchange_dispute: {
    id: string
    partner: string
    reason: string
    size: Int8
    held: string | null
    recorded_at: Stamp
  }
}
