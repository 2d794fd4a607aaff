import { calibreDistance } from '@proofmark/domain/calibre-distance'
import { makeDistance } from '@proofmark/domain/make'
import { typeDistance } from '@proofmark/domain/type-distance'

/** What of an item the matching process may see for a pointer. */
export interface PointedItem {
  readonly skeleton: string | null
  readonly make: string | null
  readonly calibre: string | null
  readonly type: string | null
}

/** From here on two meanings exclude each other. */
const EXCLUDING = 0.8
const DISTANCES = { make: makeDistance, calibre: calibreDistance, type: typeDistance } as const
const FIELDS = ['make', 'calibre', 'type'] as const

/**
 * Do two items share a mark while nothing that both state contradicts it? Deliberately no probability: a pointer must
 * not tell by degrees what the hidden record says.
 */
export function fitsForPointer(asked: PointedItem, hidden: PointedItem): boolean {
  if (asked.skeleton === null || asked.skeleton !== hidden.skeleton) return false
  return FIELDS.every((field) => {
    const [a, b] = [asked[field], hidden[field]]
    return a === null || b === null || DISTANCES[field](a, b) < EXCLUDING
  })
}
