import type { DamageShares } from '../../model.ts'
import { type BulkModel, START_BULK_MODEL, START_SERIES_MODEL } from '../bulk-model.ts'
import { compete } from '../compete.ts'
import { bucketsFor, type KeyIndex, layOut } from '../key-index.ts'
import { learnFrom, ROUNDS, sampledRecords } from '../learn.ts'
import type { Slice } from '../match-slice.ts'
import { keepsHardlyAny } from '../numbers-kept.ts'
import { prepare } from '../prepare.ts'
import type { Legend, Roll } from '../roll.ts'
import { Pool } from './pool.ts'
import { PROGRESS } from './work.ts'

export interface MatchWish {
  readonly threads: number
  /** What befalls the numbers of firearms that are not among the entries. */
  readonly background: DamageShares
  /**
   * Whether many records are of firearms that no entry is: true of files of seizures, not of a register that holds nearly
   * all. Numbers come in series there, and a close one is oftener the next firearm than the same. Where not given, it is
   * found out: learned without it, such files seem to keep hardly any number.
   */
  readonly series?: boolean
  /** The model to use as it stands; learned from the records where none is given. */
  readonly model?: BulkModel
  /** Told now and then how many records are done. */
  readonly onProgress?: (done: number, of: number) => void
  readonly signal?: AbortSignal
}

/** What a run found. Pair by pair, the pairs of one record together. */
export interface Matched {
  readonly model: BulkModel
  /** Whether numbers were taken to come in series. */
  readonly series: boolean
  readonly records: Uint32Array
  readonly entries: Uint32Array
  readonly probabilities: Float64Array
  /** Entries that records were compared with in all, records that took the wide path, common keys cut short. */
  readonly lookedAt: number
  readonly wide: number
  readonly cut: number
  /** Wall time of each step, in milliseconds. */
  readonly milliseconds: Readonly<Record<'index' | 'learn' | 'match' | 'compete', number>>
}

const TOLD_EVERY_MS = 250
/** While others index, the asking thread prepares the rest: so much of what another indexes is left to it. */
const OWN_PART = 0.6

function joined<Part extends Uint32Array | Float64Array>(
  parts: readonly Part[],
  empty: (length: number) => Part,
): Part {
  const whole = empty(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Slices in the order of their records, whichever thread took them. */
const inOrder = (slices: readonly Slice[]) =>
  slices.filter(({ claims }) => claims.records.length > 0).sort((a, b) => a.claims.records[0]! - b.claims.records[0]!)

/**
 * Finds for each record of one roll the entries of another that may be of its firearm, on several threads. The result
 * does not depend on how many there are. Throws what the signal gives as its reason where it is aborted.
 */
export async function matchRolls(records: Roll, entries: Roll, legend: Legend, wish: MatchWish): Promise<Matched> {
  const pool = new Pool(wish.threads)
  try {
    const began = performance.now()
    const indexing = indexOn(pool, entries, legend)
    let series = wish.series ?? false
    const weighing = prepare(records, entries, legend, wish.background, series)
    const index = await indexing
    await pool.all<'take'>(() => ({ kind: 'take', weighing, index }))
    const indexed = performance.now()
    const learn = () => learnModel(pool, records.length, entries.length, series)
    let model = wish.model ?? (await learn())
    if (wish.series === undefined && wish.model === undefined && keepsHardlyAny(model)) {
      series = true
      await pool.all<'take'>(() => ({ kind: 'take', weighing: { ...weighing, series }, index }))
      model = await learn()
    }
    const learned = performance.now()
    const all = await matchAll(pool, model, records.length, wish)
    const slices = inOrder(all)
    const matched = performance.now()
    const uint = (length: number) => new Uint32Array(length)
    const claims = {
      records: joined(
        slices.map((slice) => slice.claims.records),
        uint,
      ),
      entries: joined(
        slices.map((slice) => slice.claims.entries),
        uint,
      ),
      odds: joined(
        slices.map((slice) => slice.claims.odds),
        (length) => new Float64Array(length),
      ),
    }
    const probabilities = compete(claims, entries.length, model.again)
    const sum = (of: (slice: Slice) => number) => all.reduce((total, slice) => total + of(slice), 0)
    return {
      model,
      series,
      records: claims.records,
      entries: claims.entries,
      probabilities,
      lookedAt: sum(({ lookedAt }) => lookedAt),
      wide: sum(({ wide }) => wide),
      cut: sum(({ cut }) => cut),
      milliseconds: {
        index: indexed - began,
        learn: learned - indexed,
        match: matched - learned,
        compete: performance.now() - matched,
      },
    }
  } finally {
    await pool.end()
  }
}

/** Indexes the entries on all threads: each counts its stretch, then puts it in its place. */
async function indexOn(pool: Pool, roll: Roll, legend: Legend): Promise<KeyIndex> {
  const { classes } = legend.alphabet.symbols()
  const marks = roll.recordOfMark.length
  const buckets = bucketsFor(marks)
  const parts = OWN_PART + pool.size - 1
  const from = (thread: number) => Math.floor((marks * (thread === 0 ? 0 : thread - 1 + OWN_PART)) / parts)
  const stretch = (thread: number) => ({ roll, classes, from: from(thread), to: from(thread + 1) })
  const counts = await pool.all<'count'>((thread) => ({ kind: 'count', stretch: stretch(thread), buckets }))
  const index = layOut(counts, buckets)
  await pool.all<'place'>((thread) => ({ kind: 'place', stretch: stretch(thread), index, places: counts[thread]! }))
  return index
}

async function learnModel(pool: Pool, records: number, entries: number, series = false): Promise<BulkModel> {
  const start = series ? START_SERIES_MODEL : START_BULK_MODEL
  let model = start
  for (let round = 0; round < ROUNDS; round++) {
    const which = sampledRecords(records, round)
    const part = (thread: number) => Math.floor((which.length * thread) / pool.size)
    const sampled = await pool.all<'sample'>((thread) => ({
      kind: 'sample',
      model,
      which: which.subarray(part(thread), part(thread + 1)),
    }))
    model = learnFrom(sampled.flat(), model, start, entries, series)
  }
  return model
}

async function matchAll(pool: Pool, model: BulkModel, records: number, wish: MatchWish): Promise<Slice[]> {
  const progress = new Int32Array(new SharedArrayBuffer(4 * Object.keys(PROGRESS).length))
  const cancel = () => Atomics.store(progress, PROGRESS.cancelled, 1)
  wish.signal?.throwIfAborted()
  wish.signal?.addEventListener('abort', cancel, { once: true })
  const told = setInterval(() => wish.onProgress?.(Atomics.load(progress, PROGRESS.done), records), TOLD_EVERY_MS)
  try {
    const slices = await pool.all<'match'>(() => ({ kind: 'match', model, progress }))
    wish.signal?.throwIfAborted()
    return slices.flat()
  } finally {
    clearInterval(told)
    wish.signal?.removeEventListener('abort', cancel)
  }
}
