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
const AWAY_MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/

/** Did the database have no room, or was it away? Null for any other failure. */
export function storeFailure(failure: unknown): 'full' | 'away' | null {
  if (!(failure instanceof Error)) return null
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : ''
  if (FULL.has(code)) return 'full'
  if (AWAY.has(code) || code.startsWith('08') || AWAY_MESSAGE.test(failure.message)) return 'away'
  return null
}
