import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { Context } from '../access/context.ts'
import { traceReceivers } from '../tracing/commands/trace-receivers.ts'
import { NotCarried } from './rules/not-carried.ts'

/** A message as its receiver is given it: signed by the partner, stored, and read as its form says. */
export interface Received {
  /** Short name of the partner. */
  readonly partner: string
  readonly message: string
  readonly body: unknown
  readonly sentAt: Date
}

/**
 * Takes the effect of a message. Called once by message id in the transaction that says so; what it throws rolls that
 * back, and the message waits for a person with the reason.
 */
export type Receiver = (context: Context, received: Received) => Promise<void>

/** A kind for which no desk has work yet: the message stays, and is taken when one has. */
const notCarried: Receiver = async () => {
  throw new NotCarried()
}
/** To have received it is all that there is to do: it stands in the inbox, and the receipt went back. */
const read: Receiver = async () => {}

/** What each kind of message does. */
export const receivers: Readonly<Record<MessageKind, Receiver>> = {
  ...traceReceivers,
  correction: read,
  revocation: read,
  checkpoint: notCarried,
  cosignature: notCarried,
  note: read,
}
