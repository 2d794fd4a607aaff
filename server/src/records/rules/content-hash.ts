import { keyedHash } from './keyed-hash.ts'

/**
 * HMAC-SHA-256 with the installation's secret over the columns of a row, in the order of their names, each with its
 * length before it: equal exactly when the row says the same. Keyed, since a row may hold persons: once they are erased,
 * nobody must be able to try names against what is left.
 */
export function contentHash(secret: Buffer, row: Readonly<Record<string, string>>): Buffer {
  let text = 'content'
  for (const column of Object.keys(row).sort()) {
    const value = row[column] ?? ''
    text += `\0${column.length}:${column}${value.length}:${value}`
  }
  return keyedHash(secret, text)
}
