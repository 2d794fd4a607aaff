import { NOTHING, UNREAD } from './word-list.ts'

/** How two words compare: no evidence, the same, compatible, neighbours, different. */
export const LEVEL = { none: 0, same: 1, compatible: 2, near: 3, differs: 4 } as const
export const LEVELS = 5

/** Levels of two words of one field, worked out once: a table for codes with degrees, equality for the rest. */
export interface FieldLevels {
  readonly size: number
  /** Null where words have no degrees. */
  readonly table: Uint8Array | null
}

/** Missing is no evidence, and neither is a word that only one side's tables know: it might mean the same. */
export function levelOf({ size, table }: FieldLevels, a: number, b: number): number {
  if (a === NOTHING || b === NOTHING) return LEVEL.none
  if (a === b) return LEVEL.same
  if (a >= UNREAD || b >= UNREAD) return LEVEL.none
  return table === null ? LEVEL.differs : table[a * size + b]!
}
