import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Store } from '../../server/src/store/open-store.ts'
import { timed } from './statistics.ts'

/** What an import writes, record by record; the order is that of the foreign keys. */
const TABLES = ['record', 'record_version', 'record_person', 'reading', 'posting', 'unread_text'] as const

const fileOf = (folder: string, table: string) => join(folder, `${table}.copy`)

const secondsOf = async (work: () => Promise<void>) => (await timed(work)).milliseconds / 1000

async function copyIn(client: pg.Client, table: string, path: string): Promise<void> {
  await pipeline(createReadStream(path), client.query(copyFrom(`COPY ${table} FROM STDIN`)))
}

export interface ImportBaselines {
  /** COPY into staging tables and INSERT … SELECT into the same indexed tables. */
  readonly stagedSeconds: number
  /** COPY straight into them. */
  readonly copySeconds: number
}

/**
 * Takes what an import wrote out of the tables and puts it back in the two ways that know nothing of reading: by staging
 * tables and INSERT … SELECT, and by bare COPY. As the owner, so that no policy is checked.
 */
export async function benchBaselines(store: Store, folder: string): Promise<ImportBaselines> {
  return store.asOwner(async (url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      for (const table of TABLES)
        await pipeline(client.query(copyTo(`COPY ${table} TO STDOUT`)), createWriteStream(fileOf(folder, table)))
      // What refers to records goes with them: an import brings none of it.
      const empty = () => client.query(`TRUNCATE ${TABLES.join(', ')} CASCADE`)
      await empty()
      const copySeconds = await secondsOf(async () => {
        for (const table of TABLES) await copyIn(client, table, fileOf(folder, table))
      })
      await empty()
      for (const table of TABLES)
        await client.query(`CREATE TEMPORARY TABLE staging_${table} (LIKE ${table} INCLUDING DEFAULTS)`)
      const stagedSeconds = await secondsOf(async () => {
        for (const table of TABLES) {
          await copyIn(client, `staging_${table}`, fileOf(folder, table))
          await client.query(`INSERT INTO ${table} SELECT * FROM staging_${table}`)
        }
      })
      return { stagedSeconds, copySeconds }
    } finally {
      await client.end()
    }
  })
}
