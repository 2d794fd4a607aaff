import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { Context } from '../../access/context.ts'

/** A message of a partner’s node, authenticated and kept: its effect is taken in this transaction, once. */
export interface ReceivedMessage {
  readonly partner: string
  readonly message: string
  readonly body: unknown
  readonly sentAt: Date
}

export type Receiver = (context: Context, received: ReceivedMessage) => Promise<void>

export type TraceMessageKind = Extract<MessageKind, `trace-${string}`>
