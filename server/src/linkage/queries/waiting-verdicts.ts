import type { Context } from '../../access/context.ts'
import { needJudge } from '../policy/judgement.ts'
import { seenBy } from './blind.ts'

/** Verdicts of others on records that the reader may see, which wait for a second person. */
export interface WaitingVerdicts {
  readonly count: number
  /** A record of the pair that waits longest, at which it can be confirmed; null where none waits. */
  readonly record: string | null
}

/** What `judgedRows` calls waiting, of all pairs at once. Throws `role_needed`. */
export async function waitingVerdicts({ client, reader }: Context): Promise<WaitingVerdicts> {
  needJudge(reader)
  const { rows } = await client.query<{ count: string; record: string | null }>(
    `SELECT count(DISTINCT j.number) AS count, (array_agg(j.record_id ORDER BY j.number, j.record_id))[1] AS record
     FROM judgement j
     WHERE j.kind = 'verdict' AND j.needs_second AND j.judged_by <> $1 AND ${seenBy('$1')} AND NOT EXISTS (
       SELECT FROM judgement later
       WHERE later.record_id = j.record_id AND later.other_id = j.other_id AND later.of_number = j.number
         AND (later.kind = 'withdrawal' OR later.kind = 'second' AND later.judged_by <> j.judged_by))`,
    [reader.account],
  )
  const { count, record } = rows[0]!
  return { count: Number(count), record }
}
