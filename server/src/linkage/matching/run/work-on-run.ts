import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Balance } from '@proofmark/matching/balance'
import type { Looked } from '@proofmark/matching/bulk/groups/look-wish'
import { GroupCandidates } from '@proofmark/matching/bulk/threads/group-candidates'
import type pg from 'pg'
import { inTransaction } from '../../../store/transaction.ts'
import { standingBalance } from '../../queries/standing-balance.ts'
import { settledFrom } from '../../rules/thresholds.ts'
import { leastKept } from './measure-candidates.ts'
import { currentRun, settleRun } from './open-run.ts'
import {
  giveBackPartitions,
  type Holder,
  type Partition,
  renewPartitions,
  shareDone,
  takePartition,
} from './partitions.ts'
import { type Rolls, readRolls } from './read-rolls.ts'
import { storePartition, stretchOf } from './store-partition.ts'

export interface WorkOptions {
  readonly threads: number
  /** How long a partition is held without being renewed, in milliseconds: so long after a kill it is taken by another. */
  readonly lease?: number
  /** Told which share of the run is done, by whichever processes, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal | undefined
}

/** How a process left a run, and how long it was at what, in milliseconds of its own. */
export interface Worked {
  readonly run: 'over' | 'stopped' | 'left'
  readonly partitions: number
  readonly milliseconds: Readonly<Record<Step, number>>
}

type Step = 'reading' | 'indexing' | 'looking' | 'storing'

const LEASE_MS = 60_000
/** Where all partitions are held by others, it is looked again whether one was left. */
const LOOK_AGAIN_MS = 200
/** So many partitions are stored at once: each waits for the database about as long as it is measured. */
const STORED_AT_ONCE = 2
/** Of each class so many candidates are measured, the best as the bulk engine weighs them; fewer of them are kept. */
const CANDIDATES_IN_CLASS = 40
/** So far the bulk engine may be below what is measured. */
const UNDER_BITS = 12
/** So many bits beyond what settles a measured pair settle one that is only weighed. */
const BEYOND_BITS = 6

/** A partition whose candidates are being looked for. */
interface UnderWay {
  readonly partition: Partition
  readonly looked: Promise<Looked>
}

class Work {
  private readonly pool: pg.Pool
  private readonly held: Holder
  private readonly options: WorkOptions
  private readonly ending = new AbortController()
  private rolls: Rolls | null = null
  private balance: Balance | null = null
  private engine: GroupCandidates | null = null
  private readonly storing = new Set<Promise<void>>()
  private stopped = false
  private superseded = false
  private failed: unknown
  private partitions = 0
  private readonly milliseconds: Record<Step, number> = { reading: 0, indexing: 0, looking: 0, storing: 0 }

  constructor(pool: pg.Pool, run: string, options: WorkOptions) {
    this.pool = pool
    this.held = { run, holder: randomUUID(), lease: options.lease ?? LEASE_MS }
    this.options = options
  }

  async do(): Promise<Worked> {
    const { pool, held, ending, options } = this
    const leave = () => ending.abort(new Error('The work on the run is broken off.'))
    if (options.signal?.aborted) leave()
    options.signal?.addEventListener('abort', leave, { once: true })
    const renewing = this.renew()
    try {
      const run = await this.takeAll().finally(() => Promise.all(this.storing))
      return { run, partitions: this.partitions, milliseconds: this.milliseconds }
    } catch (failure) {
      if (!ending.signal.aborted || this.failed !== undefined) throw this.failed ?? failure
      return { run: this.stopped ? 'stopped' : 'left', partitions: this.partitions, milliseconds: this.milliseconds }
    } finally {
      options.signal?.removeEventListener('abort', leave)
      leave()
      await renewing
      await this.engine?.end()
      await giveBackPartitions(pool, held)
    }
  }

  /** Holds on to what is held for as long as the work goes on, and hears that the run is stopped. */
  private async renew(): Promise<void> {
    const { pool, held, ending } = this
    const { signal } = ending
    while (!signal.aborted) {
      await sleep(Math.min(held.lease / 3, 1_000), undefined, { signal }).catch(() => {})
      if (signal.aborted) return
      try {
        if (await renewPartitions(pool, held)) continue
        this.stopped = true
      } catch (failure) {
        this.failed = failure
      }
      ending.abort(new Error('The run is stopped.'))
    }
  }

  private async takeAll(): Promise<Worked['run']> {
    const { signal } = this.ending
    let current = await this.begin()
    for (;;) {
      signal.throwIfAborted()
      if (!current) {
        const state = await settleRun(this.pool, this.held.run)
        await this.tell()
        if (state !== 'open') return state
        await sleep(LOOK_AGAIN_MS, undefined, { signal })
        current = await this.begin()
        continue
      }
      const { partition, looked } = current
      const found = await this.timed('looking', () => looked)
      // Threads look for the next one's candidates while these are stored.
      const next = await this.begin()
      while (this.storing.size >= STORED_AT_ONCE) await Promise.race(this.storing)
      this.store(partition, found)
      if (!next) await Promise.all(this.storing)
      if (this.superseded) return 'stopped'
      current = next
    }
  }

  /** While the database writes what was found for one partition, what was found for another is measured. */
  private store(partition: Partition, found: Looked): void {
    const { pool, held, rolls, balance, storing, ending } = this
    const work = this.timed('storing', async () => {
      if (await storePartition(pool, rolls!, held, partition, found, balance!.model.version)) this.partitions++
      else if ((await currentRun(pool)) !== held.run) this.superseded = true
      await this.tell()
    }).catch((failure: unknown) => {
      this.failed ??= failure
      ending.abort(new Error('A partition could not be stored.'))
    })
    storing.add(work)
    work.finally(() => storing.delete(work))
  }

  private async begin(): Promise<UnderWay | null> {
    const { pool, held, ending } = this
    const partition = await takePartition(pool, held)
    if (!partition) return null
    this.rolls ??= await this.timed('reading', () => readRolls(pool, ending.signal))
    const { rolls } = this
    this.balance ??= await inTransaction(pool, standingBalance)
    const { balance } = this
    this.engine ??= await this.timed('indexing', () => startEngine(rolls, balance, this.options.threads))
    const [from, to] = stretchOf(rolls, partition)
    const looked = this.engine.look(from, to, ending.signal)
    // Whoever waits for it hears of a failure; until then nobody does.
    looked.catch(() => {})
    return { partition, looked }
  }

  private async tell(): Promise<void> {
    if (this.options.onProgress) this.options.onProgress(await shareDone(this.pool, this.held.run))
  }

  private async timed<Result>(step: Step, work: () => Promise<Result>): Promise<Result> {
    const began = performance.now()
    const result = await work()
    this.milliseconds[step] += performance.now() - began
    return result
  }
}

async function startEngine({ grouped, legend }: Rolls, balance: Balance, threads: number): Promise<GroupCandidates> {
  const least = Float64Array.from(grouped.groups, ({ roll }) => leastKept(roll.length, balance) - UNDER_BITS)
  return GroupCandidates.start(grouped, legend, {
    threads,
    background: balance.model.mark,
    least,
    settledFrom: Float64Array.from(grouped.groups, ({ roll }) => settledFrom(roll.length, balance) + BEYOND_BITS),
    kept: CANDIDATES_IN_CLASS,
  })
}

/**
 * Works on a run, partition by partition, beside whichever other processes do, until it is over, is stopped, or the signal
 * says to leave; what is done is kept, and what was held is given back. A kill loses nothing: another process takes the
 * partitions over when their lease has run out.
 */
export function workOnRun(pool: pg.Pool, run: string, options: WorkOptions): Promise<Worked> {
  return new Work(pool, run, options).do()
}
