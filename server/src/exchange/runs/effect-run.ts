import type { Run } from '../../access/context.ts'
import type { InboxKey } from '../commands/take-message.ts'
import type { ExchangeNode } from '../node.ts'

/** As whom the effect of a message is taken: the exchange process, which sees no record. */
export async function runForEffect({ run }: ExchangeNode, _key: InboxKey): Promise<Run> {
  return run
}
