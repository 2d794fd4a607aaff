import type { NodeName } from '@proofmark/contract/schemas/graph'
import type { Point } from '../state/arrangement.ts'
import { APART, NEAREST, placesFor, pushApart, type Tie } from './place.ts'
import { blockOf, inRows } from './rows.ts'
import { type Body, onSpiral, settle } from './stress.ts'
import { untangle, WIDER } from './untangle.ts'

/** Above so many, laying all of them with regard to each other takes longer than anybody waits. */
const MOST_SETTLED = 800
/** Above so many, it is not looked for each whether it stands better elsewhere. */
const MOST_UNTANGLED = 100

/** Lays all of these anew: those that hang together as far apart as there are ties between them. What is held stays. */
export function layAnew(
  names: readonly NodeName[],
  ties: readonly Tie[],
  held: ReadonlyMap<NodeName, Point> = new Map(),
  lie: Lie = 'across',
): ReadonlyMap<NodeName, Point> {
  if (names.length > MOST_SETTLED) return new Map([...held, ...placesFor(held, names, ties)])
  const parts = partsOf(names, ties).map((part) => layPart(part, ties, held, lie))
  const [standing, free] = [parts.filter((part) => reaches(part, held)), parts.filter((part) => !reaches(part, held))]
  const below = Math.max(0, ...standing.flatMap((part) => [...part.values()].map(({ y }) => y + APART)))
  const start = Math.min(0, ...standing.flatMap((part) => [...part.values()].map(({ x }) => x)))
  const rows = inRows(free.map(blockOf))
  const [byX, byY] = standing.length > 0 ? [start, below] : [0, 0]
  return new Map([
    ...standing.flatMap((part) => [...part]),
    ...rows.map(([name, { x, y }]) => [name, { x: x + byX, y: y + byY }] as const),
  ])
}

const reaches = (part: ReadonlyMap<NodeName, Point>, held: ReadonlyMap<NodeName, Point>) =>
  [...part.keys()].some((name) => held.has(name))

/** Those that hang together, in their order. */
function partsOf(names: readonly NodeName[], ties: readonly Tie[]): NodeName[][] {
  const inPart = new Map(names.map((name) => [name, [name]]))
  for (const [one, other] of ties) {
    const [a, b] = [inPart.get(one), inPart.get(other)]
    if (!a || !b || a === b) continue
    a.push(...b)
    for (const name of b) inPart.set(name, a)
  }
  return [...new Set(inPart.values())]
}

function layPart(
  names: readonly NodeName[],
  ties: readonly Tie[],
  held: ReadonlyMap<NodeName, Point>,
  lie: Lie,
): ReadonlyMap<NodeName, Point> {
  const [only, ...others] = names.filter((name) => held.has(name))
  // One that is held takes all of it along; several hold it where they stand.
  const fixed = others.length > 0 ? held : new Map()
  const bodies = names.map((name, place): Body => {
    const there = fixed.get(name)
    return there ? { x: there.x / WIDER, y: there.y, fixed: true } : { ...onSpiral(place, NEAREST), fixed: false }
  })
  const lines = linesAmong(names, ties)
  settle(bodies, neighboursBy(bodies.length, lines), APART)
  if (others.length === 0) turnTo(lie, bodies)
  for (let round = 0; round < 60; round++) pushApart(bodies, 0.5)
  for (const body of bodies) body.x *= WIDER
  if (bodies.length <= MOST_UNTANGLED) untangle(bodies, lines, APART, NEAREST)
  const laid = new Map(names.map((name, place) => [name, bodies[place]!] as const))
  const [from, to] = only !== undefined && others.length === 0 ? [laid.get(only)!, held.get(only)!] : [ORIGIN, ORIGIN]
  return new Map(
    names.map((name) => {
      const { x, y } = laid.get(name)!
      return [name, fixed.get(name) ?? { x: Math.round(x + to.x - from.x), y: Math.round(y + to.y - from.y) }]
    }),
  )
}

const ORIGIN: Point = { x: 0, y: 0 }

/** The ties between these, each two once, by their places. */
function linesAmong(names: readonly NodeName[], ties: readonly Tie[]): (readonly [number, number])[] {
  const places = new Map(names.map((name, place) => [name, place]))
  const lines = ties.flatMap(([one, other]) => {
    const [a, b] = [places.get(one), places.get(other)]
    if (a === undefined || b === undefined || a === b) return []
    const line = [Math.min(a, b), Math.max(a, b)] as const
    return [[line.join(), line] as const]
  })
  return [...new Map(lines).values()]
}

function neighboursBy(count: number, lines: readonly (readonly [number, number])[]): number[][] {
  const neighbours: number[][] = Array.from({ length: count }, () => [])
  for (const [one, other] of lines) {
    neighbours[one]!.push(other)
    neighbours[other]!.push(one)
  }
  return neighbours
}

/** Is the picture looked at on what is wider than high, or on a telephone that is held upright? */
export type Lie = 'across' | 'upright'

/** What lies otherwise than the screen is turned. */
function turnTo(lie: Lie, bodies: readonly Body[]): void {
  const reach = (of: (body: Body) => number) => Math.max(...bodies.map(of)) - Math.min(...bodies.map(of))
  if (reach(({ x }) => x) >= reach(({ y }) => y) === (lie === 'across')) return
  for (const body of bodies) [body.x, body.y] = [body.y, body.x]
}

/**
 * Spots for what comes into a picture. Where nothing stands yet all of it is laid with regard to each other; else what stands
 * is not moved, and what comes in finds its spot among it.
 */
export function spotsFor(
  standing: ReadonlyMap<NodeName, Point>,
  added: readonly NodeName[],
  ties: readonly Tie[],
  lie: Lie = 'across',
): ReadonlyMap<NodeName, Point> {
  const fresh = [...new Set(added)].filter((name) => !standing.has(name))
  if (standing.size === 0) return layAnew(fresh, ties, standing, lie)
  const places = placesFor(standing, fresh, ties)
  const names = [...standing.keys(), ...fresh]
  if (fresh.length === 0 || names.length > MOST_UNTANGLED) return places
  const bodies = names.map(
    (name): Body => ({ ...(standing.get(name) ?? places.get(name))!, fixed: standing.has(name) }),
  )
  untangle(bodies, linesAmong(names, ties), APART, NEAREST)
  return new Map(
    bodies.slice(standing.size).map(({ x, y }, place) => [fresh[place]!, { x: Math.round(x), y: Math.round(y) }]),
  )
}
