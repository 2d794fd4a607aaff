import { keyedHash } from './keyed-hash.ts'

/**
 * The identifier of a record: a UUID of version 8 (RFC 9562) made by HMAC-SHA-256 with the installation's secret over
 * the source's identifier, a zero byte and the source's key. The same key of the same source always gives the same
 * record, the primary key itself refuses a second one, and nobody who lacks the secret can guess one.
 */
export function recordId(secret: Buffer, source: string, key: string): string {
  const bytes = keyedHash(secret, `${source}\0${key}`).subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
