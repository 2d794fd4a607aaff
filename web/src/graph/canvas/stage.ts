import { type Label, labelsOf, type Measure } from '../picture/labels.ts'
import type { Picture } from '../picture/picture.ts'
import { type Under, under } from '../picture/under.ts'
import { centredOn, fitted, inPicture, isInSight, nearer, type Size, type View } from '../picture/view.ts'
import type { Point } from '../state/arrangement.ts'
import { inksIn, onTheme } from './inks.ts'
import { FONTS, paint } from './paint.ts'
import { paintSheet, type Sheet, showPart } from './sheet.ts'

/** A canvas on which a picture stands, and from where it is looked at. */
export interface Stage {
  /** Draws this picture from now on. What comes in out of sight, or all laid anew, brings all of it into sight. */
  readonly show: (picture: Picture) => void
  /** Draws this one for a while, as something is moved. */
  readonly lend: (picture: Picture) => void
  /** Sets apart what is looked at. */
  readonly mark: (here: string | null) => void
  readonly pan: (by: Point) => void
  /** So much nearer, around a point of the screen or else its middle. */
  readonly zoom: (by: number, at?: Point) => void
  readonly fit: () => void
  readonly bringIntoSight: (name: string) => void
  readonly at: (point: Point, slack: number) => Under | null
  readonly scale: () => number
  readonly end: () => void
}

/** What comes in is shown at least as near as this; further off it would be dots. */
const READABLE = 0.4

const NOTHING: Picture = { frame: { x: 0, y: 0, width: 1, height: 1 }, groups: [], ties: [], nodes: [] }

/** Opens the stage on a canvas, which fills what it stands in. */
export function openStage(canvas: HTMLCanvasElement): Stage {
  const place = canvas.parentElement!
  const context = canvas.getContext('2d')!
  let size: Size = { width: 1, height: 1 }
  let view: View = { x: 0, y: 0, scale: 1 }
  let inks = inksIn(place)
  let [picture, here]: [Picture, string | null] = [NOTHING, null]
  let labels: readonly Label[] | null = null
  let waiting = 0
  let sheet: Sheet | null = null
  let ratio = 1
  const { measure, forget } = ruler(context)

  const resize = () => {
    ratio = devicePixelRatio || 1
    sheet = null
    size = { width: place.clientWidth, height: place.clientHeight }
    canvas.width = Math.round(size.width * ratio)
    canvas.height = Math.round(size.height * ratio)
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
  }
  const scene = () => ({ picture, view, size, inks, here, labels: labels ?? [] })
  /** At once, with those labels that are known: a frame is not kept waiting for the measuring of texts. */
  const draw = () => {
    sheet = null
    paint(context, scene())
  }
  const drawAll = () => {
    waiting = 0
    labels ??= labelsOf(picture, view.scale, measure, here)
    draw()
  }
  /** What is only moved is painted once, beyond the screen as well, and shown in parts. */
  const drawMoved = () => {
    waiting = 0
    labels ??= labelsOf(picture, view.scale, measure, here)
    sheet ??= paintSheet(scene(), ratio)
    if (showPart(context, sheet, view, ratio)) return
    // Moved further than it reaches: another one is painted, from here.
    sheet = paintSheet(scene(), ratio)
    showPart(context, sheet, view, ratio)
  }
  const drawSoon = (drawn = drawAll) => {
    cancelAnimationFrame(waiting)
    waiting = requestAnimationFrame(drawn)
  }
  const drawAnew = () => {
    labels = null
    sheet = null
    drawSoon()
  }
  const look = (next: View) => {
    if (next.scale !== view.scale) labels = null
    if (labels === null) sheet = null
    view = next
    drawSoon(labels === null ? drawAll : drawMoved)
  }
  const fit = (least: number) => {
    const pinned = picture.nodes.filter((node) => node.pinned)
    look(fitted(picture.frame, size, least, pinned.length > 0 ? middleOf(pinned) : null))
  }

  resize()
  const sizes = new ResizeObserver(() => {
    if (place.clientWidth === size.width && place.clientHeight === size.height) return
    resize()
    // Setting its size emptied it; left so until the next frame, it would flicker.
    drawAll()
  })
  sizes.observe(place)
  const endTheme = onTheme(() => {
    inks = inksIn(place)
    sheet = null
    drawSoon()
  })
  // Texts are measured anew once their face has come.
  const faces = () => {
    forget()
    drawAnew()
  }
  document.fonts.addEventListener('loadingdone', faces)

  return {
    show(next) {
      const known = new Map(picture.nodes.map((node) => [node.name, node]))
      const came = next.nodes.some(({ name }) => !known.has(name))
      const isOut = () => next.nodes.some((node) => !isInSight(view, size, node))
      const isNew = (came && (known.size === 0 || isOut())) || isLaidAnew(known, next)
      picture = next
      if (isNew) fit(READABLE)
      labels = null
      draw()
      drawSoon()
    },
    lend(next) {
      picture = next
      drawAnew()
    },
    mark(name) {
      here = name
      drawAnew()
    },
    pan: ({ x, y }) => look({ ...view, x: view.x + x, y: view.y + y }),
    zoom: (by, at = { x: size.width / 2, y: size.height / 2 }) => look(nearer(view, by, at)),
    fit: () => fit(0),
    bringIntoSight(name) {
      const node = picture.nodes.find((each) => each.name === name)
      if (node && !isInSight(view, size, node)) look(centredOn(view, size, node))
    },
    at: (point, slack) => under(picture, inPicture(view, point), slack / view.scale),
    scale: () => view.scale,
    end() {
      cancelAnimationFrame(waiting)
      sizes.disconnect()
      endTheme()
      document.fonts.removeEventListener('loadingdone', faces)
    },
  }
}

/** Does most of it stand elsewhere than it did? Where somebody looked at it from then shows little of it. */
function isLaidAnew(before: ReadonlyMap<string, Point>, { nodes }: Picture): boolean {
  const moved = nodes.filter(({ name, x, y }) => {
    const stood = before.get(name)
    return stood !== undefined && (stood.x !== x || stood.y !== y)
  })
  return moved.length > 2 && moved.length > before.size / 2
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}

/** Measures texts, each once. */
function ruler(context: CanvasRenderingContext2D): { readonly measure: Measure; readonly forget: () => void } {
  const known = { name: new Map<string, number>(), quiet: new Map<string, number>(), group: new Map<string, number>() }
  return {
    measure(text, as) {
      const before = known[as].get(text)
      if (before !== undefined) return before
      context.font = FONTS[as]
      const { width } = context.measureText(text)
      known[as].set(text, width)
      return width
    },
    forget() {
      for (const widths of Object.values(known)) widths.clear()
    },
  }
}
