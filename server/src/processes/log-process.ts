import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { logOrigin, logSigner } from '../access/ledger/log-key.ts'
import { sequenceAll, sequenceBatch, signTree } from '../access/ledger/sequence.ts'
import { verifyAccessLog } from '../access/ledger/verify.ts'
import { presentVerdict } from '../access/present/verdict.ts'
import { createPool } from '../store/connection.ts'
import { answerQuestions } from './channel.ts'
import { createLogger, endWithParent, receiveSetup } from './child.ts'
import { reasonOf } from './reason.ts'

export interface LogConfiguration {
  readonly url: string
  readonly installation: string
  readonly seed: string
  readonly folder: string
}

const IDLE_MS = 100
/** A checkpoint at most this often: each is kept for ever. */
const CHECKPOINT_MS = 10_000

const { url, installation, seed, folder } = await receiveSetup<LogConfiguration>()
const logger = createLogger('log')
const pool = createPool(url, 2)
const signer = logSigner(installation, Buffer.from(seed, 'hex'))
const ending = new AbortController()

/** Keeps the newest checkpoint as a file, to be carried off the machine: only one held elsewhere proves anything. */
async function publish(note: string): Promise<void> {
  const checkpoints = join(folder, 'checkpoints')
  await mkdir(checkpoints, { recursive: true, mode: 0o700 })
  for (const name of ['latest', new Date().toISOString().slice(0, 10)]) {
    const temporary = join(checkpoints, `.${name}.new`)
    await writeFile(temporary, note, { mode: 0o600 })
    await rename(temporary, join(checkpoints, name))
  }
}

async function sign(): Promise<void> {
  const note = await signTree(pool, signer)
  if (note !== null) await publish(note)
}

async function sequenceForEver(): Promise<void> {
  let signedAt = 0
  while (!ending.signal.aborted) {
    try {
      const placed = await sequenceBatch(pool)
      if (Date.now() - signedAt > CHECKPOINT_MS) {
        await sign()
        signedAt = Date.now()
      }
      if (placed === 0) await sleep(IDLE_MS, undefined, { signal: ending.signal })
    } catch (failure) {
      if (ending.signal.aborted) return
      logger.error({ reason: reasonOf(failure) }, 'the access log could not be sequenced; trying again')
      await sleep(1_000, undefined, { signal: ending.signal }).catch(() => {})
    }
  }
}

async function verify(kept: readonly string[]) {
  await sequenceAll(pool)
  await sign()
  return presentVerdict(await verifyAccessLog(pool, logOrigin(installation), kept))
}

const running = sequenceForEver()
answerQuestions(
  process,
  { verify: (kept) => verify(Array.isArray(kept) ? kept.filter((note) => typeof note === 'string') : []) },
  (failure) => logger.error({ reason: reasonOf(failure) }, 'a question failed'),
)
endWithParent(async () => {
  ending.abort()
  await running.catch(() => {})
  await sequenceAll(pool)
  await sign()
  await pool.end()
})
process.send?.({ type: 'ready' })
