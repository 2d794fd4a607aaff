import type { Mark } from '@proofmark/domain/marking'
import type { Balance } from '@proofmark/matching/balance'
import { looseKeys, nearKeys, wideKeys } from '@proofmark/matching/query-keys'
import type pg from 'pg'
import { areNear, type PairEvidence, pairEvidence } from '../rules/pair-evidence.ts'
import { isLikely, isSettled, LEAST_STORED_BITS } from '../rules/thresholds.ts'
import { type ClassOfRecords, type Counterpart, nearCounterparts, wideCounterparts } from './counterparts.ts'
import { type MatchRecord, matchRecords } from './match-records.ts'

/** Two records with what was measured of them. */
export interface MeasuredPair {
  readonly one: MatchRecord
  readonly other: MatchRecord
  readonly measured: PairEvidence
}

/** Of the counterparts in one class so many are kept, the best: behind them none is the firearm. */
const KEPT_IN_CLASS = 20

/** What a round of questions knows of the records there are. */
export interface Around {
  readonly client: pg.ClientBase
  /** Of the model that stands. */
  readonly balance: Balance
  /** The classes that are asked. */
  readonly classes: readonly ClassOfRecords[]
  /** The records already read in this round. */
  readonly known: Map<string, MatchRecord>
  /** Takes note of a pair that was compared. */
  readonly onCompared?: () => void
}

const keysOf = (marks: readonly Mark[], keys: (mark: Mark) => number[]) => [...new Set(marks.flatMap(keys))]

async function read(around: Around, found: readonly Counterpart[]): Promise<MatchRecord[]> {
  const wanted = found.map(({ record }) => record)
  const missing = wanted.filter((record) => !around.known.has(record))
  for (const [id, record] of await matchRecords(around.client, missing)) around.known.set(id, record)
  return wanted.flatMap((id) => around.known.get(id) ?? [])
}

/**
 * The records that may be of one firearm with this one, class by class: those that the near path finds; in each class
 * where none of them is as good as certain those that hold pieces of its mark, and in a register where none is likely
 * those that hold pieces nearly alike. How far is looked in a class depends on the records of that class alone.
 */
export async function askAround(around: Around, record: MatchRecord): Promise<MeasuredPair[]> {
  if (!record.posted) return []
  const { client, classes } = around
  const { marks, make } = record.item
  const pairs = new Map<string, MeasuredPair>()
  const seen = new Set([record.record])
  const best = new Map<number, number>()

  async function measure(found: readonly Counterpart[], onlyNear: boolean): Promise<void> {
    const fresh = found.filter((each) => !seen.has(each.record))
    for (const each of fresh) seen.add(each.record)
    for (const other of await read(around, fresh)) {
      if (other.entry === record.entry || (onlyNear && !areNear(record, other))) continue
      around.onCompared?.()
      const measured = pairEvidence(record, other, around.balance)
      if (!measured || measured.bits < LEAST_STORED_BITS) continue
      pairs.set(other.record, { one: record, other, measured })
      best.set(other.vis, Math.max(best.get(other.vis) ?? Number.NEGATIVE_INFINITY, measured.bits))
    }
  }
  const open = (among: readonly ClassOfRecords[], enough: typeof isSettled) =>
    among
      .filter(({ vis, entries }) => !enough(best.get(vis) ?? Number.NEGATIVE_INFINITY, entries, around.balance))
      .map(({ vis }) => vis)
  const all = classes.map(({ vis }) => vis)
  const registers = classes.filter(({ lists }) => lists)

  await measure(await nearCounterparts(client, keysOf(marks, nearKeys), all), false)
  await measure(await wideCounterparts(client, keysOf(marks, wideKeys), open(classes, isSettled), make.code), true)
  await measure(await wideCounterparts(client, keysOf(marks, looseKeys), open(registers, isLikely), make.code), true)
  return bestInEachClass([...pairs.values()])
}

function bestInEachClass(pairs: readonly MeasuredPair[]): MeasuredPair[] {
  return [...Map.groupBy(pairs, ({ other }) => other.vis).values()].flatMap((inClass) =>
    inClass
      .sort((a, b) => b.measured.bits - a.measured.bits || (a.other.record < b.other.record ? -1 : 1))
      .slice(0, KEPT_IN_CLASS),
  )
}
