import type { NodeName } from '@proofmark/contract/schemas/graph'
import type { Point } from '../state/arrangement.ts'
import { APART } from './place.ts'

/** Spots with the ground that they take. */
export interface Block {
  readonly places: ReadonlyMap<NodeName, Point>
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The ground that these spots take. */
export function blockOf(places: Block['places']): Block {
  const points = [...places.values()]
  const [x, y] = [Math.min(...points.map((each) => each.x)), Math.min(...points.map((each) => each.y))]
  const width = Math.max(...points.map((each) => each.x)) - x
  const height = Math.max(...points.map((each) => each.y)) - y
  return { places, x, y, width, height }
}

/** One block after another, in rows about as wide as all of them are high. */
export function inRows(blocks: readonly Block[]): [NodeName, Point][] {
  const area = blocks.reduce((sum, { width, height }) => sum + (width + APART) * (height + APART), 0)
  const widest = Math.max(Math.sqrt(area) * 1.3, ...blocks.map(({ width }) => width))
  const spots: [NodeName, Point][] = []
  let [across, down, highest] = [0, 0, 0]
  for (const { places, x, y, width, height } of blocks) {
    if (across > 0 && across + width > widest) [across, down, highest] = [0, down + highest + APART, 0]
    for (const [name, place] of places)
      spots.push([name, { x: Math.round(place.x - x + across), y: Math.round(place.y - y + down) }])
    across += width + APART
    highest = Math.max(highest, height)
  }
  return spots
}
