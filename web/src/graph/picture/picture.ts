import type { Standing } from '@proofmark/contract/case-words'
import type { NodeName } from '@proofmark/contract/schemas/graph'
import type { Point } from '../state/arrangement.ts'
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
  readonly from: Point
  readonly to: Point
  readonly standing: Standing
  readonly label: string
}

interface Frame {
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

/** Above so many ties those of facts go without their names, which would cover the picture; leads and assessments never do. */
const MOST_NAMED = 12
export const namesTie = (kind: Standing, ties: number): boolean => kind !== 'fact' || ties <= MOST_NAMED

const MARGIN = 90
const GROUP_MARGIN = 48

function frameOf(points: readonly Point[], margin: number): Frame {
  if (points.length === 0) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin }
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin]
  return { x, y, width: Math.max(...xs) - x + margin, height: Math.max(...ys) - y + margin }
}

/** Ends of a line between two nodes, where it leaves the one and reaches the other. */
function between(from: Point, to: Point): readonly [Point, Point] {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  if (length <= 2 * REACH) return [from, to]
  const [x, y] = [(dx / length) * (REACH + 4), (dy / length) * (REACH + 4)]
  return [
    { x: from.x + x, y: from.y + y },
    { x: to.x - x, y: to.y - y },
  ]
}

/** Draws what is shown, each node where it stands. */
export function pictureOf({ nodes, edges }: Shown, texts: Texts): Picture {
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
    ties: edges.flatMap(({ id, from, to, kind }) => {
      const [one, other] = [spots.get(from), spots.get(to)]
      if (!one || !other || from === to) return []
      const [start, end] = between(one, other)
      return [
        {
          id,
          from: start,
          to: end,
          standing: kind,
          label: namesTie(kind, edges.length) ? (texts.ties.get(id) ?? '') : '',
        },
      ]
    }),
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
export function arrowOf({ from, to }: Pick<PictureTie, 'from' | 'to'>): readonly Point[] {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const corner = (turn: number) => ({ x: to.x - 9 * Math.cos(angle + turn), y: to.y - 9 * Math.sin(angle + turn) })
  return [to, corner(0.4), corner(-0.4)]
}

/** How lines of each standing are broken: facts are whole, assessments dotted, leads dashed. */
export const DASHES: Readonly<Record<Standing, readonly number[]>> = { fact: [], assessment: [2, 4], lead: [9, 6] }
