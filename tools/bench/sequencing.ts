import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeEntry } from '../../server/src/access/commands/write-entry.ts'
import { ledgerSeedTexts } from '../../server/src/processes/ledgers.ts'
import type { LogConfiguration } from '../../server/src/processes/log-process.ts'
import { createPool } from '../../server/src/store/connection.ts'
import type { Installation } from './installation.ts'
import { type Measure, measure } from './measure.ts'

const RATE = 2_000
const SECONDS = 5
const SESSIONS = 16
const BODY = { query: { serial: 'TST1001' } }
/** What the sequencer may be behind when the writing ends. */
const BEHIND_SECONDS = 1

interface Written {
  readonly entries: number
  readonly seconds: number
}

const rateOf = ({ entries, seconds }: Written) => entries / seconds

/** Several sessions at once, each writing one entry a transaction: at a rate, or as fast as they can. */
async function writeFor(
  seconds: number,
  rate: number | null,
  write: (session: number) => Promise<unknown>,
): Promise<Written> {
  const began = performance.now()
  const elapsed = () => (performance.now() - began) / 1000
  let next = 0
  let entries = 0
  const session = async (number: number) => {
    for (;;) {
      const due = rate === null ? elapsed() : next++ / rate
      if (due >= seconds) return
      const early = due - elapsed()
      if (early > 0.001) await sleep(early * 1000)
      await write(number)
      entries++
    }
  }
  await Promise.all(Array.from({ length: SESSIONS }, (_, number) => session(number)))
  return { entries, seconds: elapsed() }
}

/** The log process, as the supervisor starts it, for the time of `work`. */
async function besideSequencer<Result>(
  { folder, store, owner }: Installation,
  work: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM installation')
  const configuration: LogConfiguration = {
    url: store.urls.log,
    installation: rows[0]!.id,
    seeds: ledgerSeedTexts({
      ledgerSeed: randomBytes(32),
      exchangeLedgerSeed: randomBytes(32),
      cosignerSeed: randomBytes(32),
    }),
    folder: join(folder, 'log'),
  }
  const child: ChildProcess = fork(new URL('../../server/src/processes/log-process.ts', import.meta.url))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const ready = new Promise((resolve) => child.once('message', resolve))
    child.send({ type: 'setup', configuration })
    await ready
    return await work()
  } finally {
    child.disconnect()
    await ended
  }
}

/** Bare INSERTs of such rows, one a transaction, into a table without index, queue or policy. */
function benchBareInserts({ store }: Installation): Promise<Written> {
  return store.asOwner(async (url) => {
    const pool = createPool(url, SESSIONS)
    try {
      await pool.query('CREATE TABLE bench_entry (LIKE audit_entry INCLUDING DEFAULTS)')
      const insert = `INSERT INTO bench_entry (id, actor, action, outcome, purpose, subjects, body_commitment, body, salt)
         VALUES (gen_random_uuid(), gen_random_uuid(), 'record.found', 'done', 'trace', '{}', $1, $2, $1)`
      const values = [randomBytes(32), JSON.stringify(BODY)]
      return await writeFor(SECONDS, null, () => pool.query(insert, values))
    } finally {
      await pool.query('DROP TABLE IF EXISTS bench_entry')
      await pool.end()
    }
  })
}

const waiting = async ({ owner }: Installation): Promise<number> => {
  const { rows } = await owner.query<{ count: string }>('SELECT count(*) FROM audit_queue')
  return Number(rows[0]?.count)
}

/** Seconds until no entry waits any longer. */
async function untilPlaced(installation: Installation): Promise<number> {
  const began = performance.now()
  while ((await waiting(installation)) > 0) await sleep(20)
  return (performance.now() - began) / 1000
}

/**
 * Entries of the access log, written by several sessions beside the process that gives each its place in the tree: as
 * fast as they can, and at the rate that a nation is to be kept up with.
 */
export async function benchSequencing(installation: Installation): Promise<Measure[]> {
  const bare = await benchBareInserts(installation)
  const pool = createPool(installation.store.urls.serve, SESSIONS)
  const actor = { account: (await installation.reader()).account, agency: null }
  const write = () => writeEntry(pool, actor, { purpose: 'trace' }, { action: 'record.found', body: BODY })
  try {
    return await besideSequencer(installation, async () => {
      await untilPlaced(installation)
      const fastest = await writeFor(SECONDS, null, write)
      await untilPlaced(installation)
      const paced = await writeFor(SECONDS, RATE, write)
      const behind = await waiting(installation)
      const caughtUp = await untilPlaced(installation)
      const beside = { name: 'bare INSERT of such rows', value: rateOf(bare) }
      const at = `at ${RATE} a second for ${SECONDS} s`
      return [
        measure({
          name: `entries written a second by ${SESSIONS} sessions beside the sequencer`,
          unit: '',
          value: rateOf(fastest),
          baseline: beside,
        }),
        measure({
          name: `entries written a second, ${at}`,
          unit: '',
          value: rateOf(paced),
          baseline: beside,
          target: { atLeast: RATE * 0.99 },
          absolute: true,
        }),
        measure({
          name: `entries without a place when the writing ended, ${at}`,
          unit: '',
          value: behind,
          target: { atMost: RATE * BEHIND_SECONDS },
        }),
        measure({
          name: `until every entry had its place, ${at}`,
          unit: 's',
          value: caughtUp,
          target: { atMost: BEHIND_SECONDS },
        }),
      ]
    })
  } finally {
    await pool.end()
  }
}
