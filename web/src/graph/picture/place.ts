import type { NodeName } from '@proofmark/contract/schemas/graph'
import type { Point } from '../state/arrangement.ts'

/** How far apart two nodes that are tied want to stand, and how near two may come, in pixels. */
export const APART = 165
export const NEAREST = 112
const ROUNDS = 60
/** Nodes of a spiral lie everywhere equally dense at this angle. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5))

/** Two that are tied. */
export type Tie = readonly [NodeName, NodeName]

interface Moving {
  x: number
  y: number
  readonly fixed: boolean
}

/**
 * Spots for nodes that come into a picture: near what they are tied to, out of each other's way. What stands already is
 * not moved by a pixel, so that nobody has to look for it anew. The same picture gives the same spots, without chance.
 */
export function placesFor(
  standing: ReadonlyMap<NodeName, Point>,
  added: readonly NodeName[],
  ties: readonly Tie[],
): ReadonlyMap<NodeName, Point> {
  const fresh = [...new Set(added)].filter((name) => !standing.has(name))
  const all = new Map<NodeName, Moving>()
  for (const [name, { x, y }] of standing) all.set(name, { x, y, fixed: true })
  const neighbours = listNeighbours(ties)
  seed(all, fresh, neighbours)
  relax(all, ties)
  return new Map(
    fresh.map((name) => {
      const { x, y } = all.get(name)!
      return [name, { x: Math.round(x), y: Math.round(y) }]
    }),
  )
}

function listNeighbours(ties: readonly Tie[]): ReadonlyMap<NodeName, NodeName[]> {
  const found = new Map<NodeName, NodeName[]>()
  const add = (one: NodeName, other: NodeName) => {
    const known = found.get(one)
    if (known) known.push(other)
    else found.set(one, [other])
  }
  for (const [one, other] of ties) {
    add(one, other)
    add(other, one)
  }
  return found
}

/** Goes from what stands along ties; what is tied to nothing that stands begins anew beside everything else. */
function seed(
  all: Map<NodeName, Moving>,
  fresh: readonly NodeName[],
  neighbours: ReadonlyMap<NodeName, readonly NodeName[]>,
): void {
  const waiting = new Set(fresh)
  const queue = [...all.keys()]
  const hung = new Map<NodeName, number>()
  for (;;) {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const from = all.get(name)!
      for (const other of neighbours.get(name) ?? []) {
        if (!waiting.delete(other)) continue
        const place = hung.get(name) ?? 0
        hung.set(name, place + 1)
        all.set(other, { ...onSpiral(from, place), fixed: false })
        queue.push(other)
      }
    }
    const [next] = waiting
    if (next === undefined) return
    waiting.delete(next)
    all.set(next, { ...beside(all), fixed: false })
    queue.push(next)
  }
}

function onSpiral({ x, y }: Point, place: number): Point {
  const angle = place * GOLDEN
  const reach = APART + NEAREST * 0.6 * Math.sqrt(place)
  return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) }
}

function beside(all: ReadonlyMap<NodeName, Point>): Point {
  if (all.size === 0) return { x: 0, y: 0 }
  let [end, top] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const { x, y } of all.values()) {
    end = Math.max(end, x)
    top = Math.min(top, y)
  }
  return { x: end + APART, y: top }
}

/** Lets the new ones find their distance: tied ones draw near, near ones push each other away. */
function relax(all: ReadonlyMap<NodeName, Moving>, ties: readonly Tie[]): void {
  const bodies = [...all.values()]
  if (bodies.every(({ fixed }) => fixed)) return
  const springs = ties.flatMap(([one, other]) => {
    const [from, to] = [all.get(one), all.get(other)]
    return from && to && from !== to && !(from.fixed && to.fixed) ? [[from, to] as const] : []
  })
  for (let round = 0; round < ROUNDS; round++) {
    const heat = 0.5 * (1 - round / ROUNDS) + 0.05
    for (const [from, to] of springs) pull(from, to, heat * 0.15)
    pushApart(bodies, heat)
  }
  // The last word is that nothing lies on anything.
  for (let round = 0; round < 10; round++) pushApart(bodies, 0.6)
}

function pull(from: Moving, to: Moving, share: number): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const pulled = ((length - APART) / length) * share
  shift(from, dx * pulled, dy * pulled)
  shift(to, -dx * pulled, -dy * pulled)
}

function shift(body: Moving, dx: number, dy: number): void {
  if (body.fixed) return
  body.x += dx
  body.y += dy
}

/** So many lists that squares of the plane are kept in, a power of two; several squares may share one. */
const LISTS = 4_096
const listOf = (column: number, row: number) => ((column * 73_856_093) ^ (row * 19_349_663)) & (LISTS - 1)

/** Pushes apart what is nearer than it may be. Each body asks the nine squares around it, by arrays that need no sweeping. */
export function pushApart(bodies: readonly Moving[], share: number): void {
  const columns = Int32Array.from(bodies, ({ x }) => Math.floor(x / NEAREST))
  const rows = Int32Array.from(bodies, ({ y }) => Math.floor(y / NEAREST))
  const firsts = new Int32Array(LISTS).fill(-1)
  const nexts = new Int32Array(bodies.length)
  for (let place = bodies.length - 1; place >= 0; place--) {
    const list = listOf(columns[place]!, rows[place]!)
    nexts[place] = firsts[list]!
    firsts[list] = place
  }
  for (const [place, body] of bodies.entries()) {
    const [column, row] = [columns[place]!, rows[place]!]
    for (let across = column - 1; across <= column + 1; across++)
      for (let down = row - 1; down <= row + 1; down++)
        for (let other = firsts[listOf(across, down)]!; other >= 0; other = nexts[other]!)
          if (other > place && columns[other] === across && rows[other] === down)
            pushPair(body, bodies[other]!, place, share)
  }
}

function pushPair(one: Moving, other: Moving, place: number, share: number): void {
  let [dx, dy] = [other.x - one.x, other.y - one.y]
  // Two in one spot part in a direction that their place in the list decides.
  if (dx === 0 && dy === 0) [dx, dy] = [Math.cos(place), Math.sin(place)]
  const length = Math.hypot(dx, dy)
  if (length >= NEAREST) return
  const pushed = ((NEAREST - length) / length) * share
  shift(one, -dx * pushed, -dy * pushed)
  shift(other, dx * pushed, dy * pushed)
}
