import pg from 'pg'
import { openStore } from '../../server/src/store/open-store.ts'

/** What the database in a node's data folder answers to a query of its owner, whoever else works on it. */
export async function heldBy<Row extends pg.QueryResultRow>(folder: string, query: string): Promise<Row[]> {
  const store = await openStore({ folder, databaseUrl: undefined, for: 'command' })
  try {
    return await store.asOwner(async (url) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        return (await client.query<Row>(query)).rows
      } finally {
        await client.end()
      }
    })
  } finally {
    await store.close()
  }
}
