import pg from 'pg'
import type { Context } from '../../server/src/access/context.ts'
import type { Installation } from './installation.ts'

/** One way of asking pg_trgm for the records whose number is most similar. */
export interface Way {
  readonly name: string
  /** Below which similarity nothing is asked for; null where the nearest are asked for, however far. */
  readonly threshold: number | null
  readonly statement: string
}

/** As many entries as the wide path compares at most. */
const NEAREST = 500

const similarTo = (threshold: number): Way => ({
  name: `the ${NEAREST} most similar from ${threshold} on`,
  threshold,
  statement: `SELECT record_id AS record FROM reading WHERE norm % $1 ORDER BY similarity(norm, $1) DESC LIMIT ${NEAREST}`,
})

const nearestTo = (count: number): Way => ({
  name: `the ${count} nearest`,
  threshold: null,
  statement: `SELECT record_id AS record FROM reading ORDER BY norm <-> $1 LIMIT ${count}`,
})

/** By the default threshold of pg_trgm, by one that leaves out next to nothing, and by distance. */
export const WAYS: readonly Way[] = [similarTo(0.3), similarTo(0.1), nearestTo(50), nearestTo(NEAREST)]

/** The records that a way finds for a number. */
export async function askTrigrams({ client }: Context, { threshold, statement }: Way, norm: string): Promise<string[]> {
  if (threshold !== null) await client.query(`SET LOCAL pg_trgm.similarity_threshold = ${threshold}`)
  const { rows } = await client.query<{ record: string }>(statement, [norm])
  return rows.map(({ record }) => record)
}

/** Which index a way uses, if any, as the planner says to whoever asks. */
export async function indexUsed({ client }: Context, { statement }: Way): Promise<string | null> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${statement.replaceAll('$1', "'TST1001'")}`)
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  return /trigram_\w+/.exec(plan)?.[0] ?? null
}

/** pg_trgm with both of its kinds of index for the time of `work`. */
export async function withTrigrams<Result>({ store }: Installation, work: () => Promise<Result>): Promise<Result> {
  const asOwner = (statements: readonly string[]) =>
    store.asOwner(async (url) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        for (const statement of statements) await client.query(statement)
      } finally {
        await client.end()
      }
    })
  await asOwner([
    'CREATE EXTENSION pg_trgm',
    'CREATE INDEX trigram_gin ON reading USING gin (norm gin_trgm_ops)',
    'CREATE INDEX trigram_gist ON reading USING gist (norm gist_trgm_ops)',
    'ANALYZE reading',
  ])
  try {
    return await work()
  } finally {
    await asOwner(['DROP INDEX trigram_gin, trigram_gist', 'DROP EXTENSION pg_trgm'])
  }
}
