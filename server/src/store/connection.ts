import pg from 'pg'

/** Where a PostgreSQL answers and as whom; a URL in the form of libpq. */
export type ConnectionUrl = string

const DATE = 1082

/** Dates of events stay text: they are days without a zone, and a JavaScript Date would give them one. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === DATE
      ? (value: string) => value
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/** So long a process that serves waits for a connection, and so long a command of the shell, which nobody waits behind. */
export const SERVING_PATIENCE_SECONDS = 10
export const SHELL_PATIENCE_SECONDS = 30

/** A pool of connections that all sign in as the one role of the URL. */
export function createPool(url: ConnectionUrl, size = 8, patienceSeconds = SERVING_PATIENCE_SECONDS): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    connectionTimeoutMillis: patienceSeconds * 1000,
    application_name: 'proofmark',
  })
  // A connection that breaks, idle or at work, fails its query and is replaced; without listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

/** Builds a URL from its parts, quoting each. */
export function connectionUrl(parts: {
  host: string
  port: number
  user: string
  password: string
  database: string
}): ConnectionUrl {
  const { host, port, user, password, database } = parts
  const part = encodeURIComponent
  return `postgresql://${part(user)}:${part(password)}@${host}:${port}/${part(database)}`
}

/** The same server and database, signed in as somebody else. */
export function withLogin(url: ConnectionUrl, user: string, password: string): ConnectionUrl {
  const changed = new URL(url)
  changed.username = encodeURIComponent(user)
  changed.password = encodeURIComponent(password)
  return changed.toString()
}

/** The same server and login, another database. */
export function withDatabase(url: ConnectionUrl, database: string): ConnectionUrl {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(database)}`
  return changed.toString()
}
