import { createHash } from 'node:crypto'

const LENGTH = Buffer.alloc(4)

/** SHA-256 over the columns of a row, in the order of their names: equal exactly when the row says the same. */
export function contentHash(row: Readonly<Record<string, string>>): Buffer {
  const hash = createHash('sha256')
  for (const column of Object.keys(row).sort()) {
    for (const text of [column, row[column] ?? '']) {
      LENGTH.writeUInt32BE(Buffer.byteLength(text))
      hash.update(LENGTH).update(text)
    }
  }
  return hash.digest()
}
