import { createHash } from 'node:crypto'
import type { Tally } from './manifest.ts'

const LINE_FEED = 10

/** Counts and hashes rows of COPY's text form as they pass: a line feed ends every row and stands nowhere else. */
export function tallyRows() {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add(bytes: Buffer): void {
      hash.update(bytes)
      for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) rows++
    },
    rows: () => rows,
    result: (): Tally => ({ rows, sha256: hash.digest('hex') }),
  }
}

export const totalRows = (tables: Readonly<Record<string, Tally>>): number =>
  Object.values(tables).reduce((total, { rows }) => total + rows, 0)
