import { calibreDistance } from '@proofmark/domain/calibre-distance'
import { typeDistance } from '@proofmark/domain/type-distance'
import type { WordField } from './fields.ts'
import { type FieldLevels, LEVEL } from './levels.ts'
import type { Legend } from './roll.ts'

/** A broader word for the same thing, or one that the same chamber takes. */
const COMPATIBLE = 0.25
/** From here on two meanings exclude each other. */
const EXCLUDING = 0.8

const DISTANCES: Readonly<Partial<Record<WordField, (a: string, b: string) => number>>> = {
  calibre: calibreDistance,
  type: typeDistance,
}

/** Works out how the words of a field compare. */
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
