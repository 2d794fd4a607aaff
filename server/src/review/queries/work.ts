import type { Context } from '../../access/context.ts'
import { seenBy } from '../../linkage/queries/blind.ts'
import { judgementsOfPair, type NamedJudgement } from '../../linkage/queries/judgements-of-pair.ts'
import { type JudgedRow, judgedRows } from '../../linkage/rules/standing-judgement.ts'

interface Ends {
  readonly record: string
  readonly other: string
}

/** More than so many are not listed: what waits longest comes first. */
const MOST = 100

/** Pairs on which a verdict of somebody else waits for a second person, with that verdict. */
export async function waitingSeconds(context: Context): Promise<(Ends & { judgement: JudgedRow<NamedJudgement> })[]> {
  const { client, reader } = context
  const { rows } = await client.query<Ends>(
    `SELECT DISTINCT ON (j.number, j.record_id) j.record_id AS record, j.other_id AS other FROM judgement j
     WHERE j.kind = 'verdict' AND j.needs_second AND j.judged_by <> $1 AND j.record_id < j.other_id AND ${seenBy('$1')}
       AND NOT EXISTS (
         SELECT FROM judgement later
         WHERE later.record_id = j.record_id AND later.other_id = j.other_id AND later.of_number = j.number
           AND (later.kind = 'withdrawal' OR later.kind = 'second' AND later.judged_by <> j.judged_by))
     ORDER BY j.number, j.record_id LIMIT ${MOST}`,
    [reader.account],
  )
  const found = []
  for (const ends of new Map(rows.map((row) => [`${row.record} ${row.other}`, row])).values()) {
    const judged = judgedRows(await judgementsOfPair(context, ends.record, ends.other))
    for (const judgement of judged)
      if (judgement.state === 'waiting' && judgement.judgedBy !== reader.account) found.push({ ...ends, judgement })
  }
  return found
}

export interface AskedOpinion extends Ends {
  readonly of: string
  readonly by: string
  readonly at: Date
  readonly given: string | null
}

/** Second opinions that are asked of the reader and not given yet, or that the reader asked of others. */
export async function opinions({ client, reader }: Context, side: 'of' | 'by'): Promise<AskedOpinion[]> {
  const mine = side === 'of' ? 'o.asked_of = $1 AND o.given_number IS NULL' : 'o.asked_by = $1'
  const { rows } = await client.query<AskedOpinion>(
    `SELECT o.record_id AS record, o.other_id AS other, f.name AS of, b.name AS by, o.asked_at AS at, o.given_number AS given
     FROM second_opinion o JOIN account f ON f.id = o.asked_of JOIN account b ON b.id = o.asked_by
     WHERE ${mine} AND o.record_id < o.other_id ORDER BY o.asked_at, o.record_id LIMIT ${MOST}`,
    [reader.account],
  )
  return rows
}

/**
 * What two persons said of the same pairs, each for themselves: the verdict that was given blind, and the last that anybody
 * else had given singly when it was. Of the pairs that the reader may see.
 */
export async function independentReadings({ client }: Context): Promise<(Ends & { readings: [string, string] })[]> {
  const { rows } = await client.query<Ends & { first: string; second: string }>(
    `SELECT o.record_id AS record, o.other_id AS other, second.verdict AS second, first.verdict AS first
     FROM second_opinion o
     JOIN judgement second ON second.record_id = o.record_id AND second.other_id = o.other_id
       AND second.number = o.given_number
     JOIN judgement first ON first.record_id = o.record_id AND first.other_id = o.other_id
       AND first.kind = 'verdict' AND first.about = 'firearm' AND first.bulk_id IS NULL
       AND first.judged_by <> o.asked_of AND first.number < o.given_number
     WHERE o.record_id < o.other_id AND NOT EXISTS (
       SELECT FROM judgement later
       WHERE later.record_id = o.record_id AND later.other_id = o.other_id AND later.kind = 'verdict'
         AND later.about = 'firearm' AND later.bulk_id IS NULL AND later.judged_by <> o.asked_of
         AND later.number < o.given_number AND later.number > first.number)
     ORDER BY o.record_id, o.other_id`,
  )
  return rows.map(({ record, other, first, second }) => ({ record, other, readings: [first, second] }))
}
