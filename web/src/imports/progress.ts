import type { ImportShow } from '@proofmark/contract/schemas/import'

/** One look at an import, and when it was, in milliseconds. */
export interface Look {
  readonly at: number
  readonly rows: number
  readonly bytesDone: number
  readonly bytes: number | null
}

export interface Speed {
  readonly rowsPerSecond: number
  /** Null where the size of the file is not known, or nothing was read in between. */
  readonly secondsLeft: number | null
}

/** The share of its file that an import has not read yet, from 0 to 1; null where the size is not known. */
export function shareToCome({ bytes, bytesDone }: Pick<ImportShow, 'bytes' | 'bytesDone'>): number | null {
  if (bytes === null || bytes === 0) return null
  return Math.min(1, Math.max(0, 1 - bytesDone / bytes))
}

/** How fast an import is between two looks; null where no time lies between them or it went back. */
export function speedBetween(before: Look, after: Look): Speed | null {
  const seconds = (after.at - before.at) / 1_000
  const rows = after.rows - before.rows
  if (seconds <= 0 || rows < 0) return null
  const bytesPerSecond = (after.bytesDone - before.bytesDone) / seconds
  const left = after.bytes === null ? null : Math.max(0, after.bytes - after.bytesDone)
  return {
    rowsPerSecond: rows / seconds,
    secondsLeft: left === null || bytesPerSecond <= 0 ? null : left / bytesPerSecond,
  }
}

/** Looks that a speed is taken over: rows come in batches, so that two looks in a row may see none. */
const KEPT_LOOKS = 8

/** The looks with one more, the oldest dropped. */
export function withLook(looks: readonly Look[], look: Look): readonly Look[] {
  return [...looks, look].slice(-KEPT_LOOKS)
}
