import { calibreDistance } from '@proofmark/domain/calibre'
import { typeDistance } from '@proofmark/domain/type'
import type { Legend, WordField } from './roll.ts'
import { NOTHING, UNREAD } from './word-list.ts'

/** How two words compare: no evidence, the same, compatible, neighbours, different. */
export const LEVEL = { none: 0, same: 1, compatible: 2, near: 3, differs: 4 } as const
export const LEVELS = 5

/** A broader word for the same thing, or one that the same chamber takes. */
const COMPATIBLE = 0.25
/** From here on two meanings exclude each other. */
const EXCLUDING = 0.8

/** Levels of two words of one field, worked out once: a table for codes with degrees, equality for the rest. */
export interface FieldLevels {
  readonly size: number
  /** Null where words have no degrees. */
  readonly table: Uint8Array | null
}

const DISTANCES: Readonly<Partial<Record<WordField, (a: string, b: string) => number>>> = {
  calibre: calibreDistance,
  type: typeDistance,
}

export function fieldLevels(field: WordField, { lists }: Legend): FieldLevels {
  const distance = DISTANCES[field]
  const codes = lists[field].codes()
  const size = codes.length
  if (!distance) return { size, table: null }
  const table = new Uint8Array(size * size)
  for (const [one, a] of codes.entries())
    for (const [other, b] of codes.entries()) {
      const apart = distance(a, b)
      table[one * size + other] =
        apart === 0
          ? LEVEL.same
          : apart <= COMPATIBLE
            ? LEVEL.compatible
            : apart < EXCLUDING
              ? LEVEL.near
              : LEVEL.differs
    }
  return { size, table }
}

/** Missing is no evidence, and neither is a word that only one side's tables know: it might mean the same. */
export function levelOf({ size, table }: FieldLevels, a: number, b: number): number {
  if (a === NOTHING || b === NOTHING) return LEVEL.none
  if (a === b) return LEVEL.same
  if (a >= UNREAD || b >= UNREAD) return LEVEL.none
  return table === null ? LEVEL.differs : table[a * size + b]!
}
