import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { keyAnswers } from '../exchange/private/keys/ask-keys.ts'
import { KeyRing } from '../exchange/private/keys/key-ring.ts'
import { answerQuestions } from './channel.ts'
import { createLogger, endWithParent, receiveSetup } from './child.ts'
import { reasonOf } from './reason.ts'

export interface PrivateConfiguration {
  readonly folder: string
  /** Seals the files of the keys: 64 hexadecimal digits. */
  readonly key: string
}

/** How often it is looked for keys whose epoch is over. One that is asked for is looked at each time. */
const SWEEP_MS = 60 * 60 * 1_000

const { folder, key } = await receiveSetup<PrivateConfiguration>()
const logger = createLogger('private')
const ring = new KeyRing(join(folder, 'private-look-up'), Buffer.from(key, 'hex'), () => new Date())
const ending = new AbortController()

async function sweepForEver(): Promise<void> {
  while (!ending.signal.aborted) {
    try {
      await ring.sweep()
    } catch (failure) {
      logger.error({ reason: reasonOf(failure) }, 'keys of epochs that are over could not be destroyed')
    }
    await sleep(SWEEP_MS, undefined, { signal: ending.signal }).catch(() => {})
  }
}

const sweeping = sweepForEver()
answerQuestions(process, keyAnswers(ring), (failure) =>
  logger.error({ reason: reasonOf(failure) }, 'a question failed'),
)
endWithParent(async () => {
  ending.abort()
  await sweeping
})
process.send?.({ type: 'ready' })
