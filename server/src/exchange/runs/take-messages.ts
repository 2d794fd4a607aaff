import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { Logger } from 'pino'
import type { Context, Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { reasonOf } from '../../processes/reason.ts'
import { storeFailure } from '../../store/failures.ts'
import { agencyOfMessage } from '../../tracing/queries/agency-of-message.ts'
import { failMessage } from '../commands/fail-message.ts'
import { type InboxKey, takeMessage } from '../commands/take-message.ts'
import type { ExchangeNode } from '../node.ts'
import { effectReason } from '../rules/effect-reason.ts'
import { readMessageBody } from '../rules/read-body.ts'

const BATCH = 100

/** The exchange process sees no record: what takes effect on an agency's desk is taken in that agency's name. */
export type Taker = Pick<ExchangeNode, 'run' | 'runFor'>

/** On whose desk a stored message takes effect; null where on nobody's. */
async function agencyConcerned(context: Context, { partner, message }: InboxKey): Promise<string | null> {
  const found = await context.query
    .selectFrom('inbox_message')
    .select(['kind', 'body'])
    .where('partner', '=', partner)
    .where('id', '=', message)
    .executeTakeFirst()
  if (!found) return null
  const read = readMessageBody(found.kind, found.body)
  if (read.refusal !== null) return null
  return agencyOfMessage(context, { partner, kind: found.kind as MessageKind, body: read.body })
}

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
export async function takeOrNote(
  { run, runFor }: Taker,
  key: InboxKey,
  logger: Logger,
  from?: 'failed',
): Promise<boolean> {
  try {
    const agency = await run((context) => agencyConcerned(context, key))
    const take = agency === null ? run : runFor(agency)
    return await insist(take, (context) => takeMessage(context, key, from))
  } catch (failure) {
    logger.error({ message: key.message, reason: reasonOf(failure) }, 'a message had no effect')
    if (storeFailure(failure) !== null) return false
    await run((context) => failMessage(context, key, effectReason(failure)))
    return false
  }
}

/** Takes the effect of every message that waits for it, in the order in which they came. Answers how many had it. */
export async function takeMessages(taker: Taker, logger: Logger): Promise<number> {
  let taken = 0
  for (let after = '0'; ; ) {
    const batch = await waiting(taker.run, after)
    for (const key of batch) if (await takeOrNote(taker, key, logger)) taken++
    const last = batch.at(-1)
    if (!last) return taken
    after = last.number
  }
}
