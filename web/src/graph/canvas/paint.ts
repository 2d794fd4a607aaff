import type { Standing } from '@proofmark/contract/case-words'
import { isolated } from '../isolated.ts'
import { type Label, LEADING } from '../picture/labels.ts'
import { arrowOf, DASHES, type Picture, type PictureNode, type PictureTie } from '../picture/picture.ts'
import { CORNERS, FILLS, REACH } from '../picture/shapes.ts'
import type { Inks } from '../picture/svg.ts'
import { onScreen, type Size, type View } from '../picture/view.ts'

/** A picture as it is looked at. */
export interface Scene {
  readonly picture: Picture
  readonly view: View
  readonly size: Size
  readonly inks: Inks
  /** The name of the node or the identifier of the tie that is looked at. */
  readonly here: string | null
  readonly labels: readonly Label[]
}

const FACE = '"Plex Sans", "Plex Sans Arabic", sans-serif'
export const FONTS = { name: `12px ${FACE}`, quiet: `12px ${FACE}`, group: `600 12px ${FACE}` } as const
/** More lines than these are drawn thinner, so that nodes stay to be seen among them. */
const MOST_THICK = 150
const STANDINGS: readonly Standing[] = ['fact', 'assessment', 'lead']

/** Draws it all: groups, ties, nodes, and what is written. Lines are as thick and letters as large however far off it is. */
export function paint(context: CanvasRenderingContext2D, scene: Scene): void {
  const { picture, view, size, inks, here } = scene
  context.clearRect(0, 0, size.width, size.height)
  context.setLineDash([])
  context.lineWidth = 1
  context.strokeStyle = inks.line
  for (const group of picture.groups) {
    const { x, y } = onScreen(view, group)
    context.strokeRect(x, y, group.width * view.scale, group.height * view.scale)
  }
  for (const standing of STANDINGS) {
    const ties = picture.ties.filter((tie) => tie.standing === standing && isNear(scene, [tie.from, tie.by, tie.to]))
    paintTies(context, view, ties, standing, inks.line, picture.ties.length > MOST_THICK ? 1 : 1.5)
  }
  const tie = picture.ties.find(({ id }) => id === here)
  if (tie) paintTies(context, view, [tie], tie.standing, inks.ink, 4)
  const nodes = picture.nodes.filter((node) => isNear(scene, [node]))
  context.strokeStyle = inks.ink
  context.lineWidth = 1.5
  for (const node of nodes) {
    context.beginPath()
    outline(context, view, node)
    context.fillStyle = inks[FILLS[node.shape]]
    context.fill()
    context.stroke()
  }
  paintSigns(context, view, nodes, here, inks)
  paintLabels(context, scene)
}

/** Does any of it reach the screen? */
function isNear({ view, size }: Scene, points: readonly { readonly x: number; readonly y: number }[]): boolean {
  let [start, end, top, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const point of points) {
    const { x, y } = onScreen(view, point)
    start = Math.min(start, x)
    end = Math.max(end, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const beside = 2 * REACH * view.scale
  return end > -beside && start < size.width + beside && bottom > -beside && top < size.height + beside
}

/** One by one: a path of hundreds of lines takes five times as long as they do. */
function paintTies(
  context: CanvasRenderingContext2D,
  view: View,
  ties: readonly PictureTie[],
  standing: Standing,
  ink: string,
  thick: number,
): void {
  context.lineWidth = thick
  context.strokeStyle = ink
  context.fillStyle = ink
  context.setLineDash([...DASHES[standing]])
  for (const tie of ties) {
    context.beginPath()
    const [from, by, to] = [onScreen(view, tie.from), onScreen(view, tie.by), onScreen(view, tie.to)]
    context.moveTo(from.x, from.y)
    context.quadraticCurveTo(by.x, by.y, to.x, to.y)
    context.stroke()
  }
  context.setLineDash([])
  const arrow = Math.max(4, Math.min(9, 18 * view.scale))
  for (const tie of ties) {
    context.beginPath()
    polygon(context, arrowOf({ by: onScreen(view, tie.by), to: onScreen(view, tie.to) }, arrow))
    context.fill()
  }
}

function polygon(path: CanvasPath, corners: readonly { readonly x: number; readonly y: number }[]): void {
  for (const [place, { x, y }] of corners.entries()) {
    if (place === 0) path.moveTo(x, y)
    else path.lineTo(x, y)
  }
  path.closePath()
}

/** However far off, a node is as large as a dot that can be seen. */
const reachAt = ({ scale }: View) => Math.max(3, REACH * scale)

function outline(path: CanvasPath, view: View, node: PictureNode): void {
  const { x, y } = onScreen(view, node)
  const reach = reachAt(view)
  const corners = CORNERS[node.shape]
  if (corners) {
    polygon(
      path,
      corners.map(([across, down]) => ({ x: x + across * reach, y: y + down * reach })),
    )
    return
  }
  path.moveTo(x + reach, y)
  path.arc(x, y, reach, 0, 2 * Math.PI)
}

/** A bar over what is pinned, a frame around what is looked at. */
function paintSigns(
  context: CanvasRenderingContext2D,
  view: View,
  nodes: readonly PictureNode[],
  here: string | null,
  inks: Inks,
): void {
  const reach = reachAt(view)
  context.strokeStyle = inks.ink
  context.lineWidth = 3
  context.beginPath()
  for (const node of nodes) {
    const { x, y } = onScreen(view, node)
    if (node.pinned) {
      context.moveTo(x - 5, y - reach - 4.5)
      context.lineTo(x + 5, y - reach - 4.5)
    }
    if (node.name === here) context.rect(x - reach - 5, y - reach - 5, 2 * reach + 10, 2 * reach + 10)
  }
  context.stroke()
}

function paintLabels(context: CanvasRenderingContext2D, { view, size, inks, labels }: Scene): void {
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const label of labels) {
    const [x, top] = [view.x + label.x, view.y + label.y]
    const height = label.lines.length * LEADING
    if (x + label.width < 0 || x - label.width > size.width || top + height < 0 || top > size.height) continue
    context.globalAlpha = 0.85
    context.fillStyle = inks.paper
    context.fillRect(x - label.width / 2 - 2, top, label.width + 4, height)
    context.globalAlpha = 1
    for (const [place, { text, as }] of label.lines.entries()) {
      context.font = FONTS[as]
      context.fillStyle = as === 'quiet' ? inks.quiet : inks.ink
      context.fillText(isolated(text), x, top + (place + 0.5) * LEADING)
    }
  }
}
