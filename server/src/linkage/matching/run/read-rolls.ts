import { SOURCE_TRAITS } from '@proofmark/domain/source-kind'
import { type Grouped, GroupedBuilder } from '@proofmark/matching/bulk/groups/grouped'
import type { Legend } from '@proofmark/matching/bulk/roll'
import type pg from 'pg'
import { isPosted } from '../../../records/rules/is-posted.ts'
import { unpackItem } from '../../../records/rules/packed-item.ts'
import { inTransaction } from '../../../store/transaction.ts'
import type { MatchRow } from '../match-records.ts'
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
/** No more of each than goes on a roll: they are read by each process, and all of them. */
const STANDING = `
  DECLARE standing NO SCROLL CURSOR FOR
    SELECT r.id AS record, r.vis, r.first_id AS first, s.kind, d.item AS packed, v.row_kind AS "rowKind", v.quantity
    FROM record r
    JOIN record_version v ON v.record_id = r.id AND v.version = r.version
    JOIN reading d ON d.record_id = r.id
    JOIN source s ON s.id = r.source_id
    WHERE r.version IS NOT NULL ORDER BY r.id`
type StandingRow = Pick<MatchRow, 'record' | 'vis' | 'kind' | 'packed' | 'rowKind' | 'quantity'> & {
  readonly first: string | null
}

/** Reads them one after another, so that none is kept whole. Throws what the signal gives as its reason where it is aborted. */
export async function readRolls(pool: pg.Pool, signal?: AbortSignal): Promise<Rolls> {
  const builder = new GroupedBuilder()
  const records = new RecordList()
  const groups = new Map<number, number>()
  /** Records that are not the first of their chain, and the first. */
  const entries = new Map<number, string>()

  function take({ record, vis, first, kind, packed, rowKind, quantity }: StandingRow): void {
    if (!isPosted(rowKind, quantity === null ? null : Number(quantity))) return
    const group = groups.get(vis) ?? groups.size
    groups.set(vis, group)
    if (first !== null && first !== record) entries.set(records.length, first)
    builder.add(rollEntry(unpackItem(packed), SOURCE_TRAITS[kind].listsOnce, group))
    records.push(record)
  }

  await inTransaction(
    pool,
    async (client) => {
      await client.query(STANDING)
      const fetch = () => client.query<StandingRow>(`FETCH ${AT_ONCE} FROM standing`)
      for (let fetched = fetch(); ; ) {
        const { rows } = await fetched
        signal?.throwIfAborted()
        if (rows.length === 0) return
        // The database looks for the next ones while these are taken up.
        fetched = fetch()
        fetched.catch(() => {})
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
