import type pg from 'pg'

/**
 * After a restore our boxes are of the day of the backup, and partners know more than we do: nothing is sent to one before
 * it was asked what it has.
 */
export async function holdUntilReconciled(client: pg.ClientBase | pg.Pool): Promise<void> {
  await client.query('UPDATE partner SET reconciled = false')
}
