import { awaitAll as everyRecordAwaits } from '../linkage/matching/match-all.ts'
import { type Matched, matchWaiting } from '../linkage/matching/match-waiting.ts'
import type { TestDatabase } from './test-database.ts'

/** Matches everything that waits, as the matching process does. */
export async function matchAll(database: TestDatabase): Promise<Matched> {
  const matched = await matchWaiting(database.pool('match'))
  if (!matched) throw new Error('Somebody else was matching.')
  return matched
}

/** Lets every standing record wait as if it had just come in. */
export async function awaitAll(database: TestDatabase): Promise<void> {
  await everyRecordAwaits(database.pool('match'))
}

/** The record of a key, whoever may see it. */
export async function recordOf(database: TestDatabase, key: string): Promise<string> {
  const { rows } = await database
    .pool('backup')
    .query<{ id: string }>('SELECT id FROM record WHERE source_key = $1 ORDER BY succession', [key])
  if (!rows[0]) throw new Error(`No record has the key ${key}.`)
  return rows[0].id
}
