import type { ExchangeDirection, ExchangeEntry } from '@proofmark/proofs/exchange-leaf'

/** An entry as the database gives it, its time put into text there. */
export interface ExchangeEntryRow {
  readonly id: string
  readonly recorded_at: string
  readonly direction: ExchangeDirection
  readonly partner: string | null
  readonly message: string
  readonly kind: string
  readonly hash: Buffer
}

/** The columns of {@link ExchangeEntryRow}, for an `exchange_entry` named e. */
export const EXCHANGE_COLUMNS = `
  e.id, to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS recorded_at,
  e.direction, e.partner, e.message, e.kind, e.hash`

export function exchangeEntry(row: ExchangeEntryRow): ExchangeEntry {
  const { id, recorded_at: recordedAt, direction, partner, message, kind, hash } = row
  return { id, recordedAt, direction, partner, message, kind, hash: hash.toString('hex') }
}
