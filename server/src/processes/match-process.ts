import { setTimeout as sleep } from 'node:timers/promises'
import { settleReleases } from '../access/commands/settle-releases.ts'
import { answerDeconfliction } from '../cases/deconfliction/answer.ts'
import { comparedOf } from '../cases/deconfliction/compared.ts'
import { frameOf as contactFrame } from '../cases/deconfliction/frame.ts'
import { settleDeconfliction } from '../cases/deconfliction/settle.ts'
import { answerClearance } from '../custody/clearance/answer.ts'
import { ANSWERED } from '../custody/clearance/ask-match.ts'
import { matchWaiting } from '../linkage/matching/match-waiting.ts'
import { currentRun } from '../linkage/matching/run/open-run.ts'
import { workOnRun } from '../linkage/matching/run/work-on-run.ts'
import { answerSavedItem } from '../linkage/pointers/answer.ts'
import { frameOf } from '../linkage/pointers/frame.ts'
import { settlePointers } from '../linkage/pointers/settle.ts'
import { createPool } from '../store/connection.ts'
import { answerQuestions } from './channel.ts'
import { createLogger, endWithParent, receiveSetup } from './child.ts'
import { reasonOf } from './reason.ts'

export interface MatchConfiguration {
  readonly url: string
}

const { url } = await receiveSetup<MatchConfiguration>()
const logger = createLogger('match')
const pool = createPool(url, 6)

answerQuestions(
  process,
  {
    pointers: async (savedItem) => {
      if (typeof savedItem !== 'string') throw new TypeError('A saved item is named by its identifier.')
      return frameOf(await answerSavedItem(pool, savedItem, new Date())).toString('utf8')
    },
    clearance: async (question) => {
      if (typeof question !== 'string') throw new TypeError('A question for clearance is named by its identifier.')
      await answerClearance(pool, question, new Date())
      return ANSWERED
    },
    deconfliction: async (input) =>
      contactFrame(await answerDeconfliction(pool, comparedOf(input), new Date())).toString('utf8'),
  },
  (failure) => logger.error({ reason: reasonOf(failure) }, 'a question failed'),
)
/** How often the waiting line is looked at. */
const LOOK_AGAIN_MS = 1_000

const ending = new AbortController()
/** Matches whatever waits, batch by batch, for as long as the process lives. */
async function matchAsTheyCome(): Promise<void> {
  while (!ending.signal.aborted) {
    try {
      await matchWaiting(pool, { signal: ending.signal })
    } catch (failure) {
      logger.error({ reason: reasonOf(failure) }, 'matching failed')
    }
    await sleep(LOOK_AGAIN_MS, undefined, { signal: ending.signal }).catch(() => {})
  }
}
/** Whoever serves people at the same time is not to be kept waiting. */
const RUN_THREADS = 1
/** A run that fails reads every record again. */
const FAILED_MS = 60_000

/** Takes part in whatever run is under way: so it ends, whatever becomes of the shell that asked for it. */
async function workOnRuns(): Promise<void> {
  while (!ending.signal.aborted) {
    try {
      const run = await currentRun(pool)
      if (run) await workOnRun(pool, run, { threads: RUN_THREADS, signal: ending.signal })
    } catch (failure) {
      logger.error({ reason: reasonOf(failure) }, 'a matching run failed; trying again in a minute')
      await sleep(FAILED_MS, undefined, { signal: ending.signal }).catch(() => {})
    }
    await sleep(LOOK_AGAIN_MS, undefined, { signal: ending.signal }).catch(() => {})
  }
}
/** How often it is looked for releases that are over, and for pointers that point to nothing more. */
const SETTLE_MS = 60 * 60 * 1_000

/** Puts the records of releases that are over back, and ends what points to nothing, at the start and every hour. */
async function settleAsTheyEnd(): Promise<void> {
  while (!ending.signal.aborted) {
    try {
      await settleReleases(pool, new Date())
      await settlePointers(pool, new Date())
    } catch (failure) {
      logger.error(
        { reason: reasonOf(failure) },
        'a release or a pointer that is over was not settled; trying again in an hour',
      )
    }
    await sleep(SETTLE_MS, undefined, { signal: ending.signal }).catch(() => {})
  }
}
/** Both sides learn of each other within a minute, also where a process was stopped in between. */
const DECONFLICT_MS = 20_000

/** Compares what was kept and not yet compared, and forgets what is needed no more. */
async function deconflictAsTheyCome(): Promise<void> {
  while (!ending.signal.aborted) {
    try {
      await settleDeconfliction(pool, new Date())
    } catch (failure) {
      logger.error({ reason: reasonOf(failure) }, 'deconfliction failed; trying again')
    }
    await sleep(DECONFLICT_MS, undefined, { signal: ending.signal }).catch(() => {})
  }
}
const working = Promise.all([matchAsTheyCome(), workOnRuns(), settleAsTheyEnd(), deconflictAsTheyCome()])

endWithParent(async () => {
  ending.abort()
  await working
  await pool.end()
})
process.send?.({ type: 'ready' })
