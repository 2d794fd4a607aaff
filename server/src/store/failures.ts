/** PostgreSQL's own words for a full disk (SQLSTATE), and the system's. */
const FULL: ReadonlySet<string> = new Set(['53100', 'ENOSPC', 'EDQUOT'])

/** A connection that cannot be had or was lost: the system's codes, and PostgreSQL's while it ends, begins or is full. */
const AWAY: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
])
/** The driver has no codes for these. */
const AWAY_MESSAGE = /^(Connection terminated|Client has encountered a connection)/
/** Nobody answered, or every connection of the pool was at work, for as long as its pool waits. */
const SILENT_MESSAGE =
  /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout|timeout expired)/

/** Did the database have no room, was it away, or did it not answer in time? Null for any other failure. */
export function storeFailure(failure: unknown): 'full' | 'away' | 'silent' | null {
  if (!(failure instanceof Error)) return null
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : ''
  if (FULL.has(code)) return 'full'
  if (SILENT_MESSAGE.test(failure.message)) return 'silent'
  if (AWAY.has(code) || code.startsWith('08') || AWAY_MESSAGE.test(failure.message)) return 'away'
  return null
}
