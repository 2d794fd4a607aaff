import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { Context } from '../access/context.ts'
import { traceReceivers } from '../tracing/commands/trace-receivers.ts'
import { receiveCheckpoint } from './commands/receive-checkpoint.ts'
import { receiveCorrection } from './commands/receive-correction.ts'
import { receiveCosignature } from './commands/receive-cosignature.ts'
import { receiveKeyChange } from './commands/receive-key-change.ts'
import type { Received } from './commands/received.ts'
import { receiveLookUpStop } from './private/commands/receive-look-up-stop.ts'

/**
 * Takes the effect of a message. Called once by message id in the transaction that says so; what it throws rolls that
 * back, and the message waits for a person with the reason.
 */
export type Receiver = (context: Context, received: Received) => Promise<void>

/** To have received it is all that there is to do: it stands in the inbox, and the receipt went back. */
const read: Receiver = async () => {}

/** What each kind of message does. */
export const receivers: Readonly<Record<MessageKind, Receiver>> = {
  ...traceReceivers,
  correction: receiveCorrection,
  revocation: read,
  'key-change': receiveKeyChange,
  'look-up-stop': receiveLookUpStop,
  checkpoint: receiveCheckpoint,
  cosignature: receiveCosignature,
  note: read,
}
