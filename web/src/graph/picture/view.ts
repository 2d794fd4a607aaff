import type { Point } from '../state/arrangement.ts'
import { type Frame, MARGIN } from './picture.ts'

/** From where and how near a picture is looked at: a point of it stands on the screen at its own place times `scale`, and moved. */
export interface View extends Point {
  readonly scale: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const [FARTHEST, NEAREST] = [0.05, 3] as const
/** Names are as large as ever: the further apart nodes are drawn, the more of what ties them is named. */
const LARGEST = 1.5

export const onScreen = ({ x, y, scale }: View, point: Point): Point => ({
  x: point.x * scale + x,
  y: point.y * scale + y,
})

export const inPicture = ({ x, y, scale }: View, point: Point): Point => ({
  x: (point.x - x) / scale,
  y: (point.y - y) / scale,
})

/** So much nearer, where what lies under `at` on the screen stays under it. */
export function nearer(view: View, by: number, at: Point): View {
  const scale = Math.min(NEAREST, Math.max(FARTHEST, view.scale * by))
  const fixed = inPicture(view, at)
  return { x: at.x - fixed.x * scale, y: at.y - fixed.y * scale, scale }
}

/** This point of the picture in the middle of the screen, as near as before. */
export const centredOn = ({ scale }: View, { width, height }: Size, point: Point): View => ({
  x: width / 2 - point.x * scale,
  y: height / 2 - point.y * scale,
  scale,
})

/**
 * All of a picture in sight, a small one a little larger than it is. Where it would be smaller than `least`, as near as that and around
 * `centre`, as far as the picture reaches.
 */
export function fitted(frame: Frame, size: Size, least: number, centre: Point | null): View {
  // However small a picture is drawn, its names are as large: what stands at its edge has room for its own.
  const fits = (screen: number, long: number, room: number) =>
    Math.min(screen / long, Math.max(screen / 2, screen - 2 * room) / Math.max(1, long - 2 * MARGIN))
  const whole = Math.min(fits(size.width, frame.width, 72), fits(size.height, frame.height, 48), LARGEST)
  const scale = Math.max(FARTHEST, least, whole)
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 }
  if (whole >= least || centre === null) return centredOn({ x: 0, y: 0, scale }, size, middle)
  // A screen that reaches beyond the picture would show less of it than it might.
  const within = (wanted: number, half: number, from: number, long: number) =>
    long <= 2 * half ? from + long / 2 : Math.min(from + long - half, Math.max(from + half, wanted))
  return centredOn({ x: 0, y: 0, scale }, size, {
    x: within(centre.x, size.width / 2 / scale, frame.x, frame.width),
    y: within(centre.y, size.height / 2 / scale, frame.y, frame.height),
  })
}

/** Is this point of the picture on a screen of this size? */
export function isInSight(view: View, { width, height }: Size, point: Point): boolean {
  const { x, y } = onScreen(view, point)
  return x >= 0 && y >= 0 && x <= width && y <= height
}
