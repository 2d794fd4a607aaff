import type { Say } from '@proofmark/contract/messages'
import type { ShownStockLine } from '@proofmark/contract/schemas/custody-storage'
import type { Place } from './Places.tsx'

/** The path of a place, isolated within a sentence; what the reader may not see is named by nothing. */
export const pathIn = (places: readonly Pick<Place, 'id' | 'path'>[], id: string | null): string | null =>
  places.find((each) => each.id === id)?.path ?? null

const isolated = (text: string): string => `\u2068${text}\u2069`

/** What a scan came to, in a sentence; `departs` where it is not as it was recorded. */
export function stockSaid(
  { finding, exhibit, recorded }: Pick<ShownStockLine, 'finding' | 'exhibit' | 'recorded'>,
  places: readonly Pick<Place, 'id' | 'path'>[],
  say: Say,
): { readonly text: string; readonly departs: boolean } {
  const path = pathIn(places, recorded)
  if (finding === 'present' || finding === 'missing')
    return { text: say('storage.stock.said.present'), departs: finding === 'missing' }
  if (exhibit === null) return { text: say('storage.stock.said.no_label'), departs: true }
  if (finding === 'elsewhere')
    return { text: say('storage.stock.said.elsewhere', { place: isolated(path ?? '') }), departs: true }
  return path === null
    ? { text: say('storage.stock.said.unexpected'), departs: true }
    : { text: say('storage.stock.said.unexpected_elsewhere', { place: isolated(path) }), departs: true }
}

/** A place and all within it, in the order of the list. */
export function placesWithin(places: readonly Place[], root: string): Place[] {
  const inside = new Set([root])
  for (let before = -1; before < inside.size; ) {
    before = inside.size
    for (const { id, parent } of places) if (parent !== null && inside.has(parent)) inside.add(id)
  }
  return places.filter(({ id }) => inside.has(id))
}
