import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import { type ConnectionUrl, withLogin } from './connection.ts'

/** The processes that sign in to the database, each by a login of its own. */
export const PROCESS_ROLES = ['serve', 'match', 'log', 'backup'] as const
export type ProcessRole = (typeof PROCESS_ROLES)[number]
export type LoginPasswords = Readonly<Record<ProcessRole, string>>

export function newPasswords(): LoginPasswords {
  const password = () => randomBytes(24).toString('base64url')
  return { serve: password(), match: password(), log: password(), backup: password() }
}

/** Is this the text of such passwords? */
export function isPasswords(text: string): boolean {
  try {
    const kept: unknown = JSON.parse(text)
    return PROCESS_ROLES.every((role) => typeof (kept as Record<string, unknown> | null)?.[role] === 'string')
  } catch {
    return false
  }
}

/**
 * The SCRAM-SHA-256 verifier of a password (RFC 5803), as PostgreSQL stores it. Sent in place of the password, so that
 * no statement that the server may write to its log holds a secret.
 */
function scramVerifier(password: string): string {
  const iterations = 4096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const mac = (key: Buffer, word: string) => createHmac('sha256', key).update(word).digest()
  const storedKey = createHash('sha256').update(mac(salted, 'Client Key')).digest('base64')
  const serverKey = mac(salted, 'Server Key').toString('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}

/** A login belongs to one database, so that two installations in one cluster cannot open each other's. */
export function loginName(database: string, role: ProcessRole): string {
  return `pm_${database}_${role}`.slice(0, 63)
}

/**
 * Makes the logins of this database's processes, or gives them these passwords again. Each inherits from its group role
 * and from no other, cannot become it (SET FALSE), and may connect to this database alone.
 */
export async function ensureLogins(ownerUrl: ConnectionUrl, passwords: LoginPasswords): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'proofmark logins' })
  await client.connect()
  try {
    const { rows } = await client.query<{ database: string }>('SELECT current_database() AS database')
    const database = rows[0]?.database ?? ''
    const quotedDatabase = pg.escapeIdentifier(database)
    await client.query(`REVOKE ALL ON DATABASE ${quotedDatabase} FROM PUBLIC`)
    for (const role of PROCESS_ROLES) {
      const login = pg.escapeIdentifier(loginName(database, role))
      const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [loginName(database, role)])
      const password = `LOGIN PASSWORD ${pg.escapeLiteral(scramVerifier(passwords[role]))}`
      // Only a superuser may restate the attributes of a role that exists, even to say that it has none.
      if (known.rowCount) await client.query(`ALTER ROLE ${login} ${password}`)
      else await client.query(`CREATE ROLE ${login} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION ${password}`)
      await client.query(`GRANT ${pg.escapeIdentifier(`pm_${role}`)} TO ${login} WITH INHERIT TRUE, SET FALSE`)
      await client.query(
        `GRANT CONNECT${role === 'serve' ? ', TEMPORARY' : ''} ON DATABASE ${quotedDatabase} TO ${login}`,
      )
    }
  } finally {
    await client.end()
  }
}

/** The URL by which a process of this role signs in. */
export function loginUrl(ownerUrl: ConnectionUrl, role: ProcessRole, passwords: LoginPasswords): ConnectionUrl {
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1))
  return withLogin(ownerUrl, loginName(database, role), passwords[role])
}
