import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { inTransaction } from '../../store/transaction.ts'
import { isAdministered } from '../queries/enrolled.ts'
import { after, LIFETIME, newToken, tokenHash } from '../rules/token.ts'
import { voidLinks } from '../sign-in/means.ts'
import type { Installation } from './create-installation.ts'
import { writeEntry } from './write-entry.ts'

const NAME = 'first administrator'

/** The account that the link opens: the one of before, unless an administrator disabled it. */
async function ensureAccount(client: pg.ClientBase, { installer }: Installation): Promise<string> {
  const { rows } = await client.query<{ id: string; name: string; disabled: boolean }>(
    `SELECT id, name, disabled_at IS NOT NULL AS disabled FROM account
     WHERE kind = 'person' AND agency_id IS NULL AND name ~ $1 ORDER BY created_at`,
    [`^${NAME}( [0-9]+)?$`],
  )
  const known = rows.find(({ disabled }) => !disabled)
  if (known) return known.id
  const account = randomUUID()
  const name = rows.length === 0 ? NAME : `${NAME} ${rows.length + 1}`
  await client.query(`INSERT INTO account (id, name, kind) VALUES ($1, $2, 'person')`, [account, name])
  await writeEntry(client, { account: installer, agency: null }, null, {
    action: 'account.added',
    subjects: [account],
    body: { name, roles: [] },
  })
  return account
}

/**
 * A link for the first administrator of an installation that has none who can sign in: 256 random bits, half an hour,
 * once; those of before are worthless. Null where there is an administrator. The account becomes an administrator when
 * the link is used, not before.
 */
export async function ensureFirstAdministratorLink(
  pool: pg.Pool,
  installation: Installation,
  now: Date,
): Promise<string | null> {
  if (await isAdministered(pool)) return null
  return inTransaction(pool, async (client) => {
    const account = await ensureAccount(client, installation)
    await voidLinks(client, account, now)
    const token = newToken()
    await client.query(
      `INSERT INTO sign_in_link (token_sha256, account_id, kind, expires_at) VALUES ($1, $2, 'first_administrator', $3)`,
      [tokenHash(token), account, after(now, LIFETIME.firstAdministratorLink)],
    )
    return token
  })
}
