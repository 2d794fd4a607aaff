import { COUNTED, type Counted, tallyAt } from '@proofmark/matching/bulk/groups/look-wish'
import type pg from 'pg'
import type { MeasuredPair } from '../ask-around.ts'
import type { Rolls } from './read-rolls.ts'

type Row = { readonly vis: number; readonly other: number } & Record<Counted | 'written', number>

const NOTHING: Record<Counted | 'written', number> = {
  asked: 0,
  equal: 0,
  near: 0,
  wide: 0,
  bounded: 0,
  written: 0,
}

/** Of pairs it does not matter who asked: they are counted under the smaller class first. */
function countPairs(pairs: readonly MeasuredPair[], rows: Map<string, Row>): void {
  for (const { one, other } of pairs) {
    const [vis, second] = [Math.min(one.vis, other.vis), Math.max(one.vis, other.vis)]
    const key = `${vis} ${second}`
    const row = rows.get(key) ?? { vis, other: second, ...NOTHING }
    row.written++
    rows.set(key, row)
  }
}

const UPSERT = `
  INSERT INTO match_run_tally AS t (run_id, vis, other_vis, asked, equal, near, wide, bounded, written)
  SELECT $1, * FROM unnest($2::int4[], $3::int4[], $4::int8[], $5::int8[], $6::int8[], $7::int8[], $8::int8[], $9::int8[])
  ON CONFLICT (run_id, vis, other_vis) DO UPDATE SET asked = t.asked + excluded.asked, equal = t.equal + excluded.equal,
    near = t.near + excluded.near, wide = t.wide + excluded.wide, bounded = t.bounded + excluded.bounded,
    written = t.written + excluded.written`

/** Adds what a partition counted to what its run did, within the transaction that stores its pairs. */
export async function addTally(
  client: pg.ClientBase,
  run: string,
  { grouped, classes }: Rolls,
  tally: Float64Array,
  written: readonly MeasuredPair[],
): Promise<void> {
  const rows = new Map<string, Row>()
  for (const [own, vis] of classes.entries())
    for (const [group, other] of classes.entries()) {
      const counts = COUNTED.map((what) => [what, tally[tallyAt(grouped, own, group, what)]!] as const)
      if (counts.some(([, count]) => count > 0))
        rows.set(`${vis} ${other}`, { vis, other, ...NOTHING, ...Object.fromEntries(counts) })
    }
  countPairs(written, rows)
  const all = [...rows.values()]
  if (all.length === 0) return
  await client.query(UPSERT, [
    run,
    all.map(({ vis }) => vis),
    all.map(({ other }) => other),
    ...(['asked', 'equal', 'near', 'wide', 'bounded', 'written'] as const).map((what) => all.map((row) => row[what])),
  ])
}
