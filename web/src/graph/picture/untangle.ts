import type { Point } from '../state/arrangement.ts'
import type { Body } from './stress.ts'

/** Names are wide and low: what stands beside another needs more room than what stands below it. */
export const WIDER = 1.3
const ROUNDS = 3
/** Nearer than this a line seems to lead to a node that it passes. */
const PASSING = 34
const [CROSSED, PASSED, CROWDED, STRETCHED] = [60, 90, 300, 14] as const

type Line = readonly [number, number]

interface Room {
  readonly bodies: readonly Body[]
  readonly lines: readonly Line[]
  /** The lines of each node. */
  readonly of: readonly (readonly number[])[]
  readonly apart: number
  readonly nearest: number
}

const turn = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

/** Do two lines cross between their ends? */
export const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0

/** How far a point is from a line. */
export function farFrom(point: Point, one: Point, other: Point): number {
  const [dx, dy] = [other.x - one.x, other.y - one.y]
  const share = ((point.x - one.x) * dx + (point.y - one.y) * dy) / (dx * dx + dy * dy || 1)
  const along = Math.min(1, Math.max(0, share))
  return Math.hypot(point.x - one.x - along * dx, point.y - one.y - along * dy)
}

/**
 * How ill a node stands: lines of it that are crossed, or pass others; others' lines that pass it; crowding; long ties. No
 * further than `most`, above which it does not matter how ill.
 */
function illOf(room: Room, place: number, most: number): number {
  let ill = crowding(room, place)
  for (const mine of room.of[place]!) {
    if (ill > most) return ill
    ill += illOfLine(room, room.lines[mine]!)
  }
  if (ill > most) return ill
  const here = room.bodies[place]!
  for (const [start, end] of room.lines)
    if (start !== place && end !== place) ill += passing(here, room.bodies[start]!, room.bodies[end]!)
  return ill
}

function passing(point: Point, one: Point, other: Point): number {
  const far = farFrom(point, one, other)
  return far < PASSING ? PASSED * (1 - far / PASSING) : 0
}

function crowding({ bodies, nearest }: Room, place: number): number {
  const here = bodies[place]!
  let ill = 0
  for (const [at, body] of bodies.entries()) {
    if (at === place) continue
    const far = Math.hypot((body.x - here.x) / WIDER, body.y - here.y)
    if (far < nearest) ill += CROWDED * (1 - far / nearest)
  }
  return ill
}

function illOfLine({ bodies, lines, apart }: Room, [one, other]: Line): number {
  const [from, to] = [bodies[one]!, bodies[other]!]
  let ill = STRETCHED * Math.abs(Math.hypot(from.x - to.x, from.y - to.y) / apart - 1)
  for (const [start, end] of lines) {
    if (start === one || start === other || end === one || end === other) continue
    if (cross(from, to, bodies[start]!, bodies[end]!)) ill += CROSSED
  }
  for (const [at, body] of bodies.entries()) if (at !== one && at !== other) ill += passing(body, from, to)
  return ill
}

const AROUND = Array.from({ length: 16 }, (_, turned) => {
  const angle = (turned * Math.PI) / 8
  return { x: Math.cos(angle), y: Math.sin(angle) }
})

/** Where a node might stand better: a little aside, and around those that it is tied to. */
function spotsFor({ bodies, lines, of, apart }: Room, place: number): Point[] {
  const here = bodies[place]!
  const aside = AROUND.map(({ x, y }) => ({ x: here.x + x * apart * 0.5, y: here.y + y * apart * 0.5 }))
  const ends = of[place]!.slice(0, 3).map((line) => lines[line]!.find((end) => end !== place)!)
  return [
    ...aside,
    ...ends.flatMap((end) =>
      AROUND.map(({ x, y }) => ({ x: bodies[end]!.x + x * apart * WIDER, y: bodies[end]!.y + y * apart })),
    ),
  ]
}

/**
 * Moves what is not fixed, one after another, to wherever fewer lines cross and pass under it. Without chance: the same graph
 * lies in the same way. Changes the bodies.
 */
export function untangle(bodies: readonly Body[], lines: readonly Line[], apart: number, nearest: number): void {
  const of: number[][] = bodies.map(() => [])
  for (const [place, [one, other]] of lines.entries()) {
    of[one]!.push(place)
    of[other]!.push(place)
  }
  const room = { bodies, lines, of, apart, nearest }
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false
    for (const [place, body] of bodies.entries()) {
      if (body.fixed) continue
      moved = betterSpot(room, place, body) || moved
    }
    if (!moved) return
  }
}

function betterSpot(room: Room, place: number, body: Body): boolean {
  const before = illOf(room, place, Number.POSITIVE_INFINITY)
  if (before < 1) return false
  let [best, least] = [{ x: body.x, y: body.y }, before - 0.5]
  for (const spot of spotsFor(room, place)) {
    body.x = spot.x
    body.y = spot.y
    const ill = illOf(room, place, least)
    if (ill < least) [best, least] = [spot, ill]
  }
  body.x = best.x
  body.y = best.y
  return least < before - 0.5
}
