import type pg from 'pg'
import { keepClasses } from '../../access/commands/place-records.ts'
import { writeEntry } from '../../access/commands/write-entry.ts'
import { processAccount } from '../../access/queries/process-account.ts'
import { withSessionLock } from '../../store/session-lock.ts'
import { inTransaction } from '../../store/transaction.ts'
import { standingBalance } from '../queries/standing-balance.ts'
import { type Around, askAround, type MeasuredPair } from './ask-around.ts'
import { classesOfRecords } from './counterparts.ts'
import { equalMarks } from './equal-marks.ts'
import { type MatchRecord, matchRecords } from './match-records.ts'
import { storeEvidence } from './store-evidence.ts'
import { askAgain, nextWaiting, putOff, type Waiting, waitingRecords } from './waiting-line.ts'

/** So many records ask around in one transaction: what a kill undoes is done again in seconds. */
const ASKING_AT_ONCE = 200
/** So few entries of a register ask around themselves; more are joined by equal marks, and the others ask again. */
const FEW_ENTRIES = 50

export interface Matched {
  /** Records that were matched. */
  readonly records: number
  /** Pairs of which the evidence is new or changed. */
  readonly pairs: number
}

export interface MatchOptions {
  /** How many records still wait. */
  readonly onProgress?: ((left: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** How long to wait for another process that is matching, in milliseconds. */
  readonly patience?: number | undefined
}

const LOCK = 'matching'

/**
 * Matches every record that waits, batch by batch, each in a transaction with its entry in the access log: a kill loses
 * nothing and repeats little. Only one process at a time; null where another was at it for longer than `patience`.
 */
export async function matchWaiting(pool: pg.Pool, options: MatchOptions = {}): Promise<Matched | null> {
  const done = await withSessionLock(pool, LOCK, options.patience ?? 0, async () => {
    const total = { records: 0, pairs: 0 }
    while (options.signal?.aborted !== true) {
      const batch = await inTransaction(pool, matchBatch)
      if (!batch) break
      total.records += batch.records
      total.pairs += batch.pairs
      if (options.onProgress) options.onProgress(await inTransaction(pool, waitingRecords))
    }
    return total
  })
  return done?.result ?? null
}

/** Matches what waits longest; null where nothing waits. */
async function matchBatch(client: pg.PoolClient): Promise<Matched | null> {
  const waiting = (await nextWaiting(client)) ?? ((await askAgain(client)) ? await nextWaiting(client) : null)
  if (!waiting) return null
  await keepClasses({ client })
  // Read after what waits: whoever approved a model lets everything wait in the same transaction.
  const balance = await standingBalance(client)
  const records = await matchRecords(client, waiting.records)
  const { entries, asking, later } = share([...records.values()], waiting)
  await putOff(client, waiting, later)
  const pairs = [
    ...(await equalMarks(client, entries, balance)),
    ...(await askForAll({ client, balance }, asking, waiting.within)),
  ]
  const matched = new Map([...entries, ...asking].map((each) => [each.record, each]))
  const written = await storeEvidence(client, matched, pairs, balance)
  await noteClasses(client, entries)
  await writeEntry(client, { account: await processAccount(client), agency: null }, null, {
    action: 'records.matched',
    body: { records: matched.size, pairs: written.length },
  })
  return { records: matched.size, pairs: written.length }
}

/** Which entries are joined by equal marks, which records ask around now, and which must wait a little longer. */
function share(records: readonly MatchRecord[], { within }: Waiting) {
  const entries = records.filter(({ register }) => register !== null)
  const others = records.filter(({ register }) => register === null)
  const few = within === null && entries.length <= FEW_ENTRIES
  const asking = few ? [...entries, ...others] : others
  return {
    entries: few ? [] : entries,
    asking: asking.slice(0, ASKING_AT_ONCE),
    later: asking.slice(ASKING_AT_ONCE).map(({ record }) => record),
  }
}

async function askForAll(
  { client, balance }: Pick<Around, 'client' | 'balance'>,
  asking: readonly MatchRecord[],
  within: number | null,
): Promise<MeasuredPair[]> {
  const standing = await classesOfRecords(client)
  const classes = within === null ? standing : standing.filter(({ vis }) => vis === within)
  const around: Around = { client, balance, classes, known: new Map() }
  const pairs: MeasuredPair[] = []
  for (const record of asking) pairs.push(...(await askAround(around, record)))
  return pairs
}

/** Into these classes entries came that did not ask around: whoever has no counterpart there yet is to ask again. */
async function noteClasses(client: pg.ClientBase, entries: readonly MatchRecord[]): Promise<void> {
  const classes = [...new Set(entries.map(({ vis }) => vis))]
  if (classes.length === 0) return
  await client.query('INSERT INTO match_again (vis) SELECT unnest($1::int4[]) ON CONFLICT DO NOTHING', [classes])
}
