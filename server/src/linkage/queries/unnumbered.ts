import { askedEpisodeKeys, type Episode } from '@proofmark/matching/episode-keys'
import type { Context } from '../../access/context.ts'

/** Beyond so many records of one episode the words are common and say nothing: the rest is left out, and told of. */
export const MOST_OF_EPISODE = 200

interface Held {
  readonly held: number
  readonly records: readonly string[]
}

/** The records that are posted under the same episode as one without a number, in one order. */
export async function recordsOfEpisode({ client }: Context, episode: Episode, except: string): Promise<Held> {
  const keys = askedEpisodeKeys(episode)
  if (keys.length === 0) return { held: 0, records: [] }
  const { rows } = await client.query<{ record: string; held: string }>({
    name: 'records-of-episode',
    text: `SELECT record_id AS record, count(*) OVER () AS held FROM (
             SELECT record_id, count(*) AS shared FROM posting
             WHERE key = ANY ($1::int4[]) AND record_id <> $2 GROUP BY record_id
           ) AS held ORDER BY shared DESC, record_id LIMIT ${MOST_OF_EPISODE}`,
    values: [keys, except],
  })
  return { held: Number(rows[0]?.held ?? 0), records: rows.map(({ record }) => record) }
}
