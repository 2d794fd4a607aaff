import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { inTransaction } from '../../store/transaction.ts'
import { LIFETIME, tokenHash } from '../rules/token.ts'
import type { Installation } from './create-installation.ts'
import { writeEntry } from './write-entry.ts'

const NAME = 'first administrator'

/**
 * A link for the first administrator of an installation that has none: 256 random bits, half an hour, once. Null where
 * there is an administrator. The account becomes an administrator when the link is used, not before.
 */
export async function ensureFirstAdministratorLink(
  pool: pg.Pool,
  installation: Installation,
  now: Date,
): Promise<string | null> {
  const { rows } = await pool.query<{ administered: boolean }>(
    `SELECT EXISTS (SELECT FROM account_role WHERE role = 'administrator') AS administered`,
  )
  if (rows[0]?.administered) return null
  return inTransaction(pool, async (client) => {
    const known = await client.query<{ id: string }>(`SELECT id FROM account WHERE name = $1 AND kind = 'person'`, [
      NAME,
    ])
    const account = known.rows[0]?.id ?? randomUUID()
    if (known.rowCount === 0) {
      await client.query(`INSERT INTO account (id, name, kind) VALUES ($1, $2, 'person')`, [account, NAME])
      await writeEntry(client, { account: installation.installer, agency: null }, null, {
        action: 'account.added',
        subjects: [account],
        body: { name: NAME, roles: [] },
      })
    }
    const token = randomBytes(32).toString('base64url')
    await client.query(
      `INSERT INTO sign_in_link (token_sha256, account_id, kind, expires_at) VALUES ($1, $2, 'first_administrator', $3)`,
      [tokenHash(token), account, new Date(now.getTime() + LIFETIME.firstAdministratorLink)],
    )
    return token
  })
}
