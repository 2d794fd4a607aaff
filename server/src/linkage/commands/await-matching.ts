import type { Context } from '../../access/context.ts'

/** Lets records wait for the matching process, since what is read of them is new. Stands or falls with the transaction. */
export async function awaitMatching({ client }: Pick<Context, 'client'>, records: readonly string[]): Promise<void> {
  if (records.length === 0) return
  await client.query('INSERT INTO match_queue (records) VALUES ($1::uuid[])', [records])
}
