import { type Grouped, GroupedBuilder } from '@proofmark/matching/bulk/groups/grouped'
import type { Legend } from '@proofmark/matching/bulk/roll'
import type pg from 'pg'
import { inTransaction } from '../../../store/transaction.ts'
import { MATCH_RECORD, type MatchRow, matchRecord } from '../match-records.ts'
import { RecordList } from './record-list.ts'
import { rollEntry } from './roll-entry.ts'

/** Every standing record that speaks of an item of its own, as a run compares it: in memory, by visibility class. */
export interface Rolls {
  readonly grouped: Grouped
  readonly legend: Legend
  /** The records in the order of their numbers. */
  readonly records: RecordList
  /** The visibility class of each group. */
  readonly classes: readonly number[]
}

const AT_ONCE = 1_000
const STANDING = `
  DECLARE standing NO SCROLL CURSOR FOR ${MATCH_RECORD} WHERE r.version IS NOT NULL ORDER BY r.id`

/** Reads them one after another, so that none is kept whole. Throws what the signal gives as its reason where it is aborted. */
export async function readRolls(pool: pg.Pool, signal?: AbortSignal): Promise<Rolls> {
  const builder = new GroupedBuilder()
  const records = new RecordList()
  const groups = new Map<number, number>()
  /** Records that are not the first of their chain, and the first. */
  const entries = new Map<number, string>()

  function take(row: MatchRow): void {
    const record = matchRecord(row)
    if (!record.posted) return
    const group = groups.get(record.vis) ?? groups.size
    groups.set(record.vis, group)
    if (record.entry !== record.record) entries.set(records.length, record.entry)
    builder.add(rollEntry(record, group))
    records.push(record.record)
  }

  await inTransaction(
    pool,
    async (client) => {
      await client.query(STANDING)
      for (;;) {
        signal?.throwIfAborted()
        const { rows } = await client.query<MatchRow>(`FETCH ${AT_ONCE} FROM standing`)
        if (rows.length === 0) return
        for (const row of rows) take(row)
      }
    },
    'BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY',
  )
  /** Chains whose first record does not stand, by numbers that no record has. */
  const gone = new Map<string, number>()
  const chainOf = (record: number): number => {
    const first = entries.get(record)
    if (first === undefined) return record
    const place = records.placeOf(first)
    if (place < records.length && records.at(place) === first) return place
    const chain = gone.get(first) ?? records.length + gone.size
    gone.set(first, chain)
    return chain
  }
  return { ...builder.finish(chainOf), records, classes: [...groups.keys()] }
}
