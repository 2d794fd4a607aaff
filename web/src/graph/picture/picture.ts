import type { Standing } from '@proofmark/contract/case-words'
import type { NodeName } from '@proofmark/contract/schemas/graph'
import type { Point } from '../state/arrangement.ts'
import type { Bundle } from '../state/bundles.ts'
import type { Shown } from '../state/shown.ts'
import { REACH, type Shape, shapeOf } from './shapes.ts'

/** What is written in a picture, in the reader's language. */
export interface Texts {
  readonly nodes: ReadonlyMap<NodeName, { readonly name: string; readonly kind: string }>
  readonly ties: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<NodeName, string>
}

export interface PictureNode extends Point {
  readonly name: NodeName
  readonly shape: Shape
  readonly label: string
  readonly kind: string
  readonly pinned: boolean
}

export interface PictureTie {
  readonly id: string
  readonly ends: readonly [NodeName, NodeName]
  readonly from: Point
  /** Where it is drawn towards before it turns to its end: halfway, or aside where several run between the same two. */
  readonly by: Point
  readonly to: Point
  readonly standing: Standing
  readonly label: string
  /** Is its label written however crowded the picture is? */
  readonly named: boolean
}

/** A rectangle of the picture. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A graph as shapes and words: what paper, a file and a small preview are drawn from. */
export interface Picture {
  readonly frame: Frame
  readonly groups: readonly (Frame & { readonly name: NodeName; readonly label: string })[]
  readonly ties: readonly PictureTie[]
  readonly nodes: readonly PictureNode[]
}

/** Above so many lines those of one fact go without their names, which would cover the picture; all others never do. */
const MOST_NAMED = 12
const isNamed = ({ kind, ties }: Bundle, lines: number) => kind !== 'fact' || ties.length > 1 || lines <= MOST_NAMED

/** So far a frame reaches beyond what stands in it. */
export const MARGIN = 90
const GROUP_MARGIN = 48

function frameOf(points: readonly Point[], margin: number): Frame {
  if (points.length === 0) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin }
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin]
  return { x, y, width: Math.max(...xs) - x + margin, height: Math.max(...ys) - y + margin }
}

/** How far apart lines run between the same two nodes. */
const LANE = 26

/** From a node's spot towards another point, as far as where its shape ends. */
function leaving(from: Point, towards: Point): Point {
  const [dx, dy] = [towards.x - from.x, towards.y - from.y]
  const length = Math.hypot(dx, dy)
  if (length <= REACH + 4) return from
  return { x: from.x + (dx / length) * (REACH + 4), y: from.y + (dy / length) * (REACH + 4) }
}

/** The line between two nodes that runs so far aside of the straight one, seen from the node whose name comes first. */
function lineBetween(from: Point, to: Point, aside: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  // A curve comes half as near to the point that it is drawn towards.
  const by = {
    x: (from.x + to.x) / 2 - (dy / length) * 2 * aside,
    y: (from.y + to.y) / 2 + (dx / length) * 2 * aside,
  }
  return length <= 2 * (REACH + 4) ? { from, by, to } : { from: leaving(from, by), by, to: leaving(to, by) }
}

/** The lines of these bundles: what runs between the same two runs side by side. */
function tiesOf(bundles: readonly Bundle[], spots: ReadonlyMap<NodeName, Point>, texts: Texts): readonly PictureTie[] {
  const pairs = Map.groupBy(bundles, ({ from, to }) => (from < to ? `${from} ${to}` : `${to} ${from}`))
  return [...pairs.values()].flatMap((lanes) =>
    lanes.flatMap((bundle, lane) => {
      const { id, from, to, kind } = bundle
      const [one, other] = [spots.get(from), spots.get(to)]
      if (!one || !other || from === to) return []
      const aside = (lane - (lanes.length - 1) / 2) * LANE * (from < to ? 1 : -1)
      return [
        {
          id,
          ends: [from, to] as const,
          ...lineBetween(one, other, aside),
          standing: kind,
          label: texts.ties.get(id) ?? '',
          named: isNamed(bundle, bundles.length),
        },
      ]
    }),
  )
}

type Curve = Pick<PictureTie, 'from' | 'by' | 'to'>

/** The point of a line that lies this share of the way along it. */
export function pointOn({ from, by, to }: Curve, share: number): Point {
  const [before, towards, after] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2]
  return {
    x: before * from.x + towards * by.x + after * to.x,
    y: before * from.y + towards * by.y + after * to.y,
  }
}

/** The point in the middle of a line, where its label stands. */
export const middleOf = (curve: Curve): Point => pointOn(curve, 0.5)

/** Draws what is shown, each node where it stands. */
export function pictureOf({ nodes, bundles }: Pick<Shown, 'nodes' | 'bundles'>, texts: Texts): Picture {
  const spots = new Map(nodes.map(({ name, spot }) => [name, spot]))
  const groups = Map.groupBy(
    nodes.filter(({ group }) => group !== null),
    ({ group }) => group!,
  )
  return {
    frame: frameOf(
      nodes.map(({ spot }) => spot),
      MARGIN,
    ),
    groups: [...groups].map(([name, within]) => ({
      name,
      label: texts.groups.get(name) ?? '',
      ...frameOf(
        within.map(({ spot }) => spot),
        GROUP_MARGIN,
      ),
    })),
    ties: tiesOf(bundles, spots, texts),
    nodes: nodes.map(({ name, node, spot: { x, y, pinned } }) => ({
      name,
      x,
      y,
      pinned,
      shape: shapeOf(node),
      label: texts.nodes.get(name)?.name ?? '',
      kind: texts.nodes.get(name)?.kind ?? '',
    })),
  }
}

/** The corners of an arrow that points to where a line ends. */
export function arrowOf({ by, to }: Pick<PictureTie, 'by' | 'to'>, long = 9): readonly Point[] {
  const angle = Math.atan2(to.y - by.y, to.x - by.x)
  const corner = (turn: number) => ({
    x: to.x - long * Math.cos(angle + turn),
    y: to.y - long * Math.sin(angle + turn),
  })
  return [to, corner(0.4), corner(-0.4)]
}

/** How lines of each standing are broken: facts are whole, assessments dotted, leads dashed. */
export const DASHES: Readonly<Record<Standing, readonly number[]>> = { fact: [], assessment: [2, 4], lead: [9, 6] }
