import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

/** One open transaction: as a query builder, and as the bare connection for COPY. */
export interface ReaderTransaction {
  readonly query: Kysely<Tables>
  readonly client: pg.PoolClient
}

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read'
  readonly readOnly?: boolean
}

/** A query builder that speaks through one connection only, within whatever transaction stands on it. */
function builderOn(client: pg.PoolClient): Kysely<Tables> {
  const connection = { query: client.query.bind(client), release: () => {} } as unknown as pg.PoolClient
  const pool = { connect: async () => connection, end: async () => {} } as unknown as pg.Pool
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/**
 * Runs `work` in a transaction in which row-level security shows the rows of these visibility classes and no others.
 * Commits when `work` fulfils, rolls back when it rejects.
 *
 * The only place that sets `pm.vis`. It is a SET LOCAL of its own, the first statement, never inside a savepoint and
 * never by set_config: every other way was seen to show foreign rows on a distributed PostgreSQL. A SET takes no
 * parameters, so the classes are checked to be integers.
 */
export async function readerTransaction<Result>(
  pool: pg.Pool,
  classes: readonly number[],
  work: (transaction: ReaderTransaction) => Promise<Result>,
  { isolation = 'read committed', readOnly = false }: TransactionOptions = {},
): Promise<Result> {
  const wrong = classes.find((id) => !Number.isSafeInteger(id))
  if (wrong !== undefined) throw new TypeError(`A visibility class is an integer, not ${wrong}.`)
  const begin = `BEGIN ISOLATION LEVEL ${isolation.toUpperCase()}${readOnly ? ' READ ONLY' : ''}`
  const withClasses = async (client: pg.PoolClient): Promise<Result> => {
    await client.query(`SET LOCAL pm.vis = '{${classes.join(',')}}'`)
    return work({ query: builderOn(client), client })
  }
  return inTransaction(pool, withClasses, begin)
}
