import type { Context } from '../../access/context.ts'
import { circleOf } from '../rules/circle.ts'
import { type WaitingPair, weighOpen } from './weigh-open.ts'

/** So many records are looked at in one transaction, and so many on the way by whoever comes for something else. */
const AT_ONCE = 100
export const IN_PASSING = 20
/** A transaction that measured or judged may have been open so long when a round over what is new began. */
const SLACK = '10 minutes'
/** What was measured lately is not looked for more often; what was judged is, at once. */
const REST = '20 seconds'
/** After so long everything is looked at again: what is gone leaves no trace in what is new. */
const WHOLE_AGAIN = '1 day'

interface Round {
  readonly since: Date | null
  readonly after: string | null
  readonly whole: boolean
  readonly rests: boolean
}

/** How far the pairs of a circle are looked through. */
export interface LookedOn {
  /** Has everything been looked at once? Else more may wait than is known. */
  readonly whole: boolean
  /** There is nothing left to look at for now. */
  readonly rests: boolean
}

/** Everything that has a pair, or what has a new one, in the order of identifiers. */
const SEEDS = {
  all: `SELECT DISTINCT record_id AS id FROM (
          (SELECT DISTINCT record_id FROM pair_evidence WHERE record_id > $1 ORDER BY record_id LIMIT $3)
          UNION ALL
          (SELECT DISTINCT record_id FROM judgement WHERE record_id > $1 ORDER BY record_id LIMIT $3)
        ) AS paired WHERE $2::timestamptz IS NULL ORDER BY record_id LIMIT $3`,
  since: `SELECT DISTINCT record_id AS id FROM (
            SELECT record_id FROM pair_evidence WHERE measured_at > $2 AND record_id > $1
            UNION ALL SELECT record_id FROM judgement WHERE judged_at > $2 AND record_id > $1
          ) AS fresh ORDER BY record_id LIMIT $3`,
} as const

const FIRST = '00000000-0000-0000-0000-000000000000'

const ENDED = `
  UPDATE review_round SET after = NULL, ended_at = clock_timestamp(),
    whole_at = CASE WHEN since IS NULL THEN clock_timestamp() ELSE whole_at END,
    since = CASE WHEN since IS NOT NULL AND whole_at < clock_timestamp() - interval '${WHOLE_AGAIN}' THEN NULL
      ELSE begun_at - interval '${SLACK}' END
  WHERE circle = $1`

async function keep({ client }: Context, circle: Buffer, looked: readonly string[], waiting: readonly WaitingPair[]) {
  // What is written beside a record bears its class, which a release must not move in between.
  await client.query(`SELECT pg_advisory_xact_lock_shared(hashtextextended('record classes', 0))`)
  await client.query('DELETE FROM review_pair WHERE circle = $1 AND record_id = ANY ($2::uuid[])', [circle, looked])
  await client.query(
    `INSERT INTO review_pair
       (record_id, circle, other_id, vis, other_vis, source_id, other_source_id, kind, probability, worth)
     SELECT r.id, $1, o.id, r.vis, o.vis, r.source_id, o.source_id, w.kind, w.probability, w.worth
     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::float8[], $6::float8[])
       AS w (record, other, kind, probability, worth)
     JOIN record r ON r.id = w.record JOIN record o ON o.id = w.other
     ON CONFLICT (record_id, circle, other_id) DO UPDATE SET vis = excluded.vis, other_vis = excluded.other_vis,
       kind = excluded.kind, probability = excluded.probability, worth = excluded.worth`,
    [
      circle,
      waiting.map(({ pair }) => pair.record),
      waiting.map(({ pair }) => pair.other),
      waiting.map(({ kind }) => kind),
      waiting.map(({ pair }) => pair.probability),
      waiting.map(({ worth }) => worth),
    ],
  )
}

async function roundOf({ client }: Context, circle: Buffer): Promise<Round> {
  await client.query('INSERT INTO review_round (circle) VALUES ($1) ON CONFLICT DO NOTHING', [circle])
  const { rows } = await client.query<Round>(
    `SELECT since, after, whole_at IS NOT NULL AS whole,
       after IS NULL AND coalesce(ended_at > clock_timestamp() - interval '${REST}', false)
         AND NOT EXISTS (SELECT FROM judgement WHERE judged_at > ended_at) AS rests
     FROM review_round WHERE circle = $1`,
    [circle],
  )
  return rows[0]!
}

/**
 * Looks at the next records for pairs that wait for a person, and keeps them in the order of what they are worth. Whoever
 * asks for the queue does a bit of this, so that it needs no process of its own, starts anew nowhere, and is worked out
 * for those circles alone in which somebody reviews.
 */
export async function lookOn(context: Context, most = AT_ONCE): Promise<LookedOn> {
  const { client, reader } = context
  const circle = circleOf(reader)
  const { rows } = await client.query<{ turn: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended('review ' || encode($1::bytea, 'hex'), 0)) AS turn`,
    [circle],
  )
  const round = await roundOf(context, circle)
  if (!rows[0]?.turn || round.rests) return round
  if (round.after === null)
    await client.query('UPDATE review_round SET begun_at = clock_timestamp() WHERE circle = $1', [circle])
  const query = round.since === null ? SEEDS.all : SEEDS.since
  const found = await client.query<{ id: string }>(query, [round.after ?? FIRST, round.since, most])
  const seeds = found.rows.map(({ id }) => id)
  if (seeds.length > 0) {
    const { waiting, around } = await weighOpen(context, seeds)
    await keep(context, circle, [...around.weighing.pairs.keys()], waiting)
  }
  const last = seeds.length < most
  if (last) await client.query(ENDED, [circle])
  else await client.query('UPDATE review_round SET after = $2 WHERE circle = $1', [circle, seeds.at(-1)])
  return { whole: round.whole || (last && round.since === null), rests: last }
}
