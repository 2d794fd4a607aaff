import type { Context } from '../../access/context.ts'
import { type ExchangeKind, recordExchange } from './record-exchange.ts'

export interface Exchanged {
  readonly direction: 'out' | 'in'
  readonly partner: string
  readonly message: string
  /** SHA-256 of the exact bytes, in hexadecimal digits. */
  readonly hash: string
  readonly kind: ExchangeKind
}

/** The one place where a message that goes out or came in is committed to, in the transaction that keeps it. */
export async function noteExchange(context: Context, { direction, ...exchanged }: Exchanged): Promise<void> {
  await recordExchange(context, { ...exchanged, direction: direction === 'out' ? 'outgoing' : 'incoming' })
}
