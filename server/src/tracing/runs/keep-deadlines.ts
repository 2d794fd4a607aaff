import { setTimeout as sleep } from 'node:timers/promises'
import type { Reader, Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { processAccount } from '../../access/queries/process-account.ts'
import { processReaderFor } from '../../access/queries/resolve-reader.ts'
import { runCommand, type Services } from '../../access/run-command.ts'
import { reasonOf } from '../../processes/reason.ts'
import { expireTraces } from '../commands/expire-traces.ts'

/** In whose name requests expire that nobody answered. */
const PRINCIPAL = 'trace deadlines'
const LOOK_AGAIN_MS = 60_000

/** Lets requests of every agency expire that are past their term. Answers them. */
export async function expireEverywhere(services: Services): Promise<string[]> {
  const { pool, clock } = services
  const acting: Pick<Reader, 'account' | 'name'> = { account: await processAccount(pool, PRINCIPAL), name: PRINCIPAL }
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM agency ORDER BY id')
  const expired: string[] = []
  for (const { id } of rows) {
    const run: Run = async (work) => runCommand(services, await processReaderFor(pool, acting, id, clock()), null, work)
    expired.push(...(await insist(run, expireTraces)))
  }
  return expired
}

/** Looks after the deadlines of requests until the process ends. What was missed while nothing ran is made up for at once. */
export async function keepDeadlines(services: Services, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    await expireEverywhere(services).catch((failure: unknown) => {
      if (!ending.aborted) services.logger.error({ reason: reasonOf(failure) }, 'requests could not be let expire')
    })
    await sleep(LOOK_AGAIN_MS, undefined, { signal: ending, ref: false }).catch(() => {})
  }
}
