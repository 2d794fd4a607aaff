import type { Context } from '../../access/context.ts'

/** What the last finished run counted, among the classes that the reader may see. */
export interface RunFigures {
  /** Records that looked for their like. */
  readonly records: number
  /** What they looked at by path: equal marks, the near path, the wide path. */
  readonly lookedAt: { readonly equal: number; readonly near: number; readonly wide: number }
  /** How often a record was not shown all that shares a number with it, since too many do. */
  readonly bounded: number
  /** Pairs of which the evidence is new or changed. */
  readonly written: number
}

type Counts = Record<'records' | 'equal' | 'near' | 'wide' | 'bounded' | 'written', string>

/** Nothing that the reader may not see is counted. Null where no run was ever finished. */
export async function runFigures({ client }: Context): Promise<RunFigures | null> {
  const { rows } = await client.query<Counts & { run: string | null }>(
    `WITH last AS (SELECT id FROM match_run WHERE finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT 1)
     SELECT (SELECT id FROM last) AS run, ${(['equal', 'near', 'wide', 'bounded', 'written'] as const)
       .map((what) => `coalesce(sum(t.${what}), 0) AS ${what}`)
       .join(', ')},
       coalesce(sum(t.asked) FILTER (WHERE t.vis = t.other_vis), 0) AS records
     FROM last JOIN match_run_tally t ON t.run_id = last.id`,
  )
  const [counted] = rows
  if (!counted?.run) return null
  const { records, equal, near, wide, bounded, written } = counted
  return {
    records: Number(records),
    lookedAt: { equal: Number(equal), near: Number(near), wide: Number(wide) },
    bounded: Number(bounded),
    written: Number(written),
  }
}
