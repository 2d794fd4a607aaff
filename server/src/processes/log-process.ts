import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createPool } from '../store/connection.ts'
import { answerQuestions } from './channel.ts'
import { createLogger, endWithParent, receiveSetup } from './child.ts'
import {
  type LedgerSeedTexts,
  placeBatch,
  readLedgerSeeds,
  type SignedLedgers,
  settleLedgers,
  signLedgers,
  verifyLedgers,
} from './ledgers.ts'
import { reasonOf } from './reason.ts'

export interface LogConfiguration {
  readonly url: string
  readonly installation: string
  readonly seeds: LedgerSeedTexts
  readonly folder: string
}

const IDLE_MS = 100
/** A checkpoint at most this often: each is kept for ever. */
const CHECKPOINT_MS = 10_000

const { url, installation, seeds: seedTexts, folder } = await receiveSetup<LogConfiguration>()
const seeds = readLedgerSeeds(seedTexts)
const logger = createLogger('log')
const pool = createPool(url, 2)
const ending = new AbortController()

/** Keeps the newest checkpoints as files, to be carried off the machine: only one held elsewhere proves anything. */
async function publish({ access, exchange }: SignedLedgers): Promise<void> {
  const checkpoints = join(folder, 'checkpoints')
  await mkdir(checkpoints, { recursive: true, mode: 0o700 })
  const day = new Date().toISOString().slice(0, 10)
  const files = [
    ...(access === null ? [] : [['latest', access] as const, [day, access] as const]),
    ...(exchange === null ? [] : [['exchange-latest', exchange] as const, [`exchange-${day}`, exchange] as const]),
  ]
  for (const [name, note] of files) {
    const temporary = join(checkpoints, `.${name}.new`)
    await writeFile(temporary, note, { mode: 0o600 })
    await rename(temporary, join(checkpoints, name))
  }
}

const sign = async (): Promise<void> => publish(await signLedgers(pool, installation, seeds))
const settle = async (): Promise<void> => publish(await settleLedgers(pool, installation, seeds))

async function sequenceForEver(): Promise<void> {
  let signedAt = 0
  while (!ending.signal.aborted) {
    try {
      const placed = await placeBatch(pool)
      if (Date.now() - signedAt > CHECKPOINT_MS) {
        await sign()
        signedAt = Date.now()
      }
      if (placed === 0) await sleep(IDLE_MS, undefined, { signal: ending.signal })
    } catch (failure) {
      if (ending.signal.aborted) return
      logger.error({ reason: reasonOf(failure) }, 'the ledgers could not be sequenced; trying again')
      await sleep(1_000, undefined, { signal: ending.signal }).catch(() => {})
    }
  }
}

async function verify(kept: readonly string[]) {
  await settle()
  return verifyLedgers(pool, installation, kept)
}

const running = sequenceForEver()
answerQuestions(
  process,
  {
    verify: (kept) => verify(Array.isArray(kept) ? kept.filter((note) => typeof note === 'string') : []),
    settle: async () => {
      await settle()
      return true
    },
  },
  (failure) => logger.error({ reason: reasonOf(failure) }, 'a question failed'),
)
endWithParent(async () => {
  ending.abort()
  await running.catch(() => {})
  await settle()
  await pool.end()
})
process.send?.({ type: 'ready' })
