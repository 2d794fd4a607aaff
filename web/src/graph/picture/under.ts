import type { Point } from '../state/arrangement.ts'
import { type Picture, type PictureTie, pointOn } from './picture.ts'
import { REACH } from './shapes.ts'

/** What of a picture lies at a point of it. */
export type Under =
  | { readonly what: 'node'; readonly name: string }
  | { readonly what: 'tie'; readonly id: string }
  | { readonly what: 'group'; readonly name: string }

/** Parts that a curve is taken as, to say how far off a point is. */
const PARTS = 12

function farFromPiece(point: Point, one: Point, other: Point): number {
  const [dx, dy] = [other.x - one.x, other.y - one.y]
  const share = ((point.x - one.x) * dx + (point.y - one.y) * dy) / (dx * dx + dy * dy || 1)
  const along = Math.min(1, Math.max(0, share))
  return Math.hypot(point.x - one.x - along * dx, point.y - one.y - along * dy)
}

function farFromTie(point: Point, tie: PictureTie): number {
  let [least, before] = [Number.POSITIVE_INFINITY, tie.from]
  for (let part = 1; part <= PARTS; part++) {
    const next = pointOn(tie, part / PARTS)
    least = Math.min(least, farFromPiece(point, before, next))
    before = next
  }
  return least
}

/** The nearest of these that is no further off than `most`. */
function nearest<Thing>(things: readonly Thing[], most: number, farOff: (thing: Thing) => number): Thing | null {
  let [found, least]: [Thing | null, number] = [null, most]
  for (const thing of things) {
    const far = farOff(thing)
    if (far <= least) [found, least] = [thing, far]
  }
  return found
}

/**
 * What lies at a point: a node before a tie, and a tie before the edge of a group. `slack`: how far beside a thing still means
 * it, in pixels of the picture, since fingers are broad and lines thin.
 */
export function under({ nodes, ties, groups }: Picture, point: Point, slack: number): Under | null {
  const node = nearest(nodes, REACH + slack, ({ x, y }) => Math.hypot(point.x - x, point.y - y))
  if (node) return { what: 'node', name: node.name }
  const tie = nearest(ties, slack, (each) => farFromTie(point, each))
  if (tie) return { what: 'tie', id: tie.id }
  const group = nearest(groups, slack, ({ x, y, width, height }) => {
    const [across, down] = [
      Math.abs(point.x - x - width / 2) - width / 2,
      Math.abs(point.y - y - height / 2) - height / 2,
    ]
    return across > 0 || down > 0 ? Math.hypot(Math.max(0, across), Math.max(0, down)) : Math.min(-across, -down)
  })
  return group && { what: 'group', name: group.name }
}
