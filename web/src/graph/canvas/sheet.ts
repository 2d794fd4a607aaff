import { onScreen, type Size, type View } from '../picture/view.ts'
import type { Point } from '../state/arrangement.ts'
import { paint, type Scene } from './paint.ts'

/** A painting twice as wide and high as the screen: while the picture is moved, another part of it is shown. */
export interface Sheet {
  readonly canvas: HTMLCanvasElement
  /** From where it was painted. */
  readonly view: View
  readonly size: Size
}

/** So far a sheet reaches beyond each edge of the screen. */
const beyond = ({ width, height }: Size): Point => ({ x: width / 2, y: height / 2 })

/** Paints what is around the screen as well, with so many pixels to one of the page. */
export function paintSheet(scene: Scene, ratio: number): Sheet {
  const { size, view } = scene
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(2 * size.width * ratio)
  canvas.height = Math.round(2 * size.height * ratio)
  const context = canvas.getContext('2d')!
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  const moved = { ...view, ...onScreen({ ...view, scale: 1 }, beyond(size)) }
  paint(context, { ...scene, view: moved, size: { width: 2 * size.width, height: 2 * size.height } })
  return { canvas, view, size }
}

/** Shows what of a sheet is looked at from here; false where it does not reach so far. */
export function showPart(context: CanvasRenderingContext2D, sheet: Sheet, view: View, ratio: number): boolean {
  const [reach, moved] = [beyond(sheet.size), { x: view.x - sheet.view.x, y: view.y - sheet.view.y }]
  if (Math.abs(moved.x) > reach.x || Math.abs(moved.y) > reach.y) return false
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  context.drawImage(sheet.canvas, Math.round((moved.x - reach.x) * ratio), Math.round((moved.y - reach.y) * ratio))
  context.restore()
  return true
}
