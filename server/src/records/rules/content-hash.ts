import { createHmac } from 'node:crypto'

const LENGTH = Buffer.alloc(4)

/**
 * HMAC-SHA-256 with the installation's secret over the columns of a row, in the order of their names: equal exactly when
 * the row says the same. Keyed, since a row may hold persons: once they are erased, nobody must be able to try names
 * against what is left.
 */
export function contentHash(secret: Buffer, row: Readonly<Record<string, string>>): Buffer {
  const hash = createHmac('sha256', secret).update('content\0')
  for (const column of Object.keys(row).sort()) {
    for (const text of [column, row[column] ?? '']) {
      LENGTH.writeUInt32BE(Buffer.byteLength(text))
      hash.update(LENGTH).update(text)
    }
  }
  return hash.digest()
}
