import { ProofmarkError } from '@proofmark/contract/errors'
import pg from 'pg'
import { recordId } from '../records/rules/record-id.ts'
import type { ConnectionUrl } from './connection.ts'

/** The first record of any entry: its identifier is made of its source, its key and the secret alone. */
const ANY_RECORD = 'SELECT id, source_id AS source, source_key AS key FROM record WHERE first_id IS NULL LIMIT 1'

/**
 * Throws `key_foreign` where the records bear identifiers of another secret: with this one every import would enter its
 * rows a second time. Asked as the owner of the tables, before the logins of the processes are touched.
 */
export async function refuseForeignKey(owner: ConnectionUrl, secret: Buffer, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: owner, application_name: 'proofmark set-up' })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string; source: string; key: string }>(ANY_RECORD)
    const [record] = rows
    if (record && record.id !== recordId(secret, record.source, record.key))
      throw new ProofmarkError('key_foreign', { folder })
  } finally {
    await client.end()
  }
}
