import { isDeeperThan } from '../../access/rules/json-depth.ts'

/** Deeper than any form of ours. */
const DEPTH_LIMIT = 40

/** Could PostgreSQL and the log keep every text of it as it is, and no validator lose a member of it in silence? */
function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (Array.isArray(value)) return value.every(isKeepable)
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, each]) => key !== '__proto__' && isKeepable(key) && isKeepable(each))
}

/** JSON of a stranger's as plain data; null for what is no JSON, no UTF-8, too deep, or could not be kept as it is. */
export function parsePlain(bytes: Uint8Array): { readonly value: unknown } | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (isDeeperThan(text, DEPTH_LIMIT)) return null
    const value: unknown = JSON.parse(text)
    return isKeepable(value) ? { value } : null
  } catch {
    return null
  }
}
