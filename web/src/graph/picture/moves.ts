import type { NodeName } from '@proofmark/contract/schemas/graph'
import type { Point } from '../state/arrangement.ts'

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

export const isDirection = (key: string): key is Direction => /^Arrow(?:Left|Right|Up|Down)$/.test(key)

/** Where a key leads over the picture, which lies in no direction of reading: the arrow is followed as it is drawn. */
const ACROSS: Readonly<Record<Direction, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** So far one press of a key moves a node, in pixels of the picture. */
const STEP = 20

/** By how much a node is moved that is pushed this way. */
export const stepOf = (direction: Direction): Point => ({
  x: ACROSS[direction].x * STEP,
  y: ACROSS[direction].y * STEP,
})

/** The nearest node that lies in this direction, more so than aside of it. Where there is none, the node itself. */
export function nodeAfter(places: ReadonlyMap<NodeName, Point>, from: NodeName, direction: Direction): NodeName {
  const here = places.get(from)
  if (!here) return from
  const { x, y } = ACROSS[direction]
  let [found, least] = [from, Number.POSITIVE_INFINITY]
  for (const [name, there] of places) {
    const [dx, dy] = [there.x - here.x, there.y - here.y]
    const along = dx * x + dy * y
    const aside = Math.abs(dx * y) + Math.abs(dy * x)
    if (name === from || along <= 0 || aside > along) continue
    // What lies a little aside counts as further than what lies straight ahead.
    const far = along + 2 * aside
    if (far < least) [found, least] = [name, far]
  }
  return found
}

/** The next or the one before in a list that goes round, so that every node is reached. */
export function inTurn(names: readonly NodeName[], from: NodeName | null, by: 1 | -1): NodeName | null {
  if (names.length === 0) return null
  const place = from === null ? -1 : names.indexOf(from)
  if (place < 0) return names[by === 1 ? 0 : names.length - 1] ?? null
  return names[(place + by + names.length) % names.length] ?? null
}
