import type pg from 'pg'
import type { Context } from '../../server/src/access/context.ts'

/** A named statement that a command asked of the database, and which records it gave. */
export interface SeenStatement {
  readonly milliseconds: number
  readonly values: readonly unknown[]
  readonly records: readonly string[]
}

export type SeenStatements = Map<string, SeenStatement>

/** The same context, keeping the last of each named statement, so that a command is measured as it stands. */
export function watching(context: Context, seen: SeenStatements): Context {
  const { client } = context
  const query = async (asked: string | pg.QueryConfig, values?: unknown[]) => {
    const began = performance.now()
    const result = await client.query<{ record?: string }>(asked as string, values)
    if (typeof asked !== 'string' && asked.name !== undefined) {
      const records = result.rows.flatMap(({ record }) => record ?? [])
      seen.set(asked.name, { milliseconds: performance.now() - began, values: asked.values ?? [], records })
    }
    return result
  }
  return { ...context, client: Object.assign(Object.create(client) as pg.PoolClient, { query }) }
}
