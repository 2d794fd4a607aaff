import type { Run } from '../../access/context.ts'
import { reasonOf } from '../../processes/reason.ts'
import { storeFailure } from '../../store/failures.ts'
import { failMessage } from '../commands/fail-message.ts'
import { type InboxKey, takeMessage } from '../commands/take-message.ts'
import { faultPoint } from '../fault-point.ts'
import type { ExchangeNode } from '../node.ts'
import { effectReason } from '../rules/effect-reason.ts'
import { runForEffect } from './effect-run.ts'

const BATCH = 100

async function waiting(run: Run, after: string): Promise<(InboxKey & { readonly number: string })[]> {
  return run(({ query }) =>
    query
      .selectFrom('inbox_message')
      .select(['partner', 'id as message', 'number'])
      .where('state', '=', 'stored')
      .where('number', '>', after)
      .orderBy('number')
      .limit(BATCH)
      .execute(),
  )
}

/**
 * Takes one message, or notes why it failed. A database that is away or full is nobody's fault and changes nothing: the
 * message is taken another time. Answers whether it had its effect.
 */
async function takeOrNote(node: ExchangeNode, key: InboxKey): Promise<boolean> {
  try {
    const run = await runForEffect(node, key)
    const isTaken = await run((context) => takeMessage(context, key))
    faultPoint('taken')
    return isTaken
  } catch (failure) {
    node.services.logger.error({ message: key.message, reason: reasonOf(failure) }, 'a message had no effect')
    if (storeFailure(failure) !== null) return false
    await node.run((context) => failMessage(context, key, effectReason(failure)))
    return false
  }
}

/** Takes the effect of every message that waits for it, in the order in which they came. Answers how many had it. */
export async function takeMessages(node: ExchangeNode): Promise<number> {
  let taken = 0
  for (let after = '0'; ; ) {
    const batch = await waiting(node.run, after)
    for (const key of batch) if (await takeOrNote(node, key)) taken++
    const last = batch.at(-1)
    if (!last) return taken
    after = last.number
  }
}
