import type { Under } from '../picture/under.ts'
import type { Point } from '../state/arrangement.ts'

/** What the pointer does with a picture; points are on the screen, from where the picture's frame begins. */
export interface Hands {
  /** What lies there. */
  readonly at: (point: Point, isTouch: boolean) => Under | null
  readonly onTap: (under: Under | null) => void
  readonly onDoubleTap: (under: Under | null) => void
  readonly onPan: (by: Point) => void
  readonly onZoom: (by: number, at: Point) => void
  /** Something was taken hold of and is moved by so much since then. */
  readonly onDrag: (under: Under, by: Point) => void
  readonly onDrop: (under: Under, by: Point) => void
}

/** A hand that is moved less than this only pressed. */
const STILL = 4
const DOUBLE_MS = 350
const WHEEL = 0.0025

interface Held {
  readonly from: Point
  readonly last: Point
  readonly under: Under | null
  readonly moved: boolean
}

const minus = (one: Point, other: Point): Point => ({ x: one.x - other.x, y: one.y - other.y })
const far = ({ x, y }: Point) => Math.hypot(x, y)
const between = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 })
const sameThing = (one: Under | null, other: Under | null) => JSON.stringify(one) === JSON.stringify(other)

/** Listens to mouse, pen and fingers on an element; answers what ends that. */
export function listen(element: HTMLElement, hands: Hands): () => void {
  const pointers = new Map<number, Point>()
  let held: Held | null = null
  let tapped: { readonly under: Under | null; readonly at: number } | null = null
  const placeOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect()
    return { x: clientX - left - element.clientLeft, y: clientY - top - element.clientTop }
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    const at = placeOf(event)
    pointers.set(event.pointerId, at)
    element.setPointerCapture(event.pointerId)
    if (pointers.size > 1) letGo()
    else held = { from: at, last: at, under: hands.at(at, event.pointerType === 'touch'), moved: false }
  }
  const move = (event: PointerEvent) => {
    const at = placeOf(event)
    const before = pointers.get(event.pointerId)
    if (!before) {
      const under = hands.at(at, false)
      element.style.cursor = under === null ? 'grab' : under.what === 'group' ? 'move' : 'pointer'
      return
    }
    pointers.set(event.pointerId, at)
    const [other] = [...pointers].flatMap(([id, point]) => (id === event.pointerId ? [] : [point]))
    if (other) return pinch(before, at, other)
    if (!held || (!held.moved && far(minus(at, held.from)) < STILL)) return
    const { under, from, last } = held
    held = { ...held, last: at, moved: true }
    if (under === null || under.what === 'tie') hands.onPan(minus(at, last))
    else hands.onDrag(under, minus(at, from))
  }
  const pinch = (before: Point, at: Point, other: Point) => {
    hands.onPan(minus(between(at, other), between(before, other)))
    hands.onZoom(far(minus(at, other)) / (far(minus(before, other)) || 1), between(at, other))
  }
  /** What is held is left where it is. */
  const letGo = () => {
    const was = held
    held = null
    if (was?.moved && was.under !== null && was.under.what !== 'tie') hands.onDrop(was.under, minus(was.last, was.from))
    return was
  }
  const up = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId)) return
    const was = letGo()
    if (!was || was.moved || event.type === 'pointercancel') return
    const isSecond = tapped !== null && event.timeStamp - tapped.at < DOUBLE_MS && sameThing(tapped.under, was.under)
    tapped = isSecond ? null : { under: was.under, at: event.timeStamp }
    if (isSecond) hands.onDoubleTap(was.under)
    else hands.onTap(was.under)
  }
  // The wheel goes on scrolling the page; with the control key it draws nearer.
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY
    hands.onZoom(Math.exp(-Math.max(-200, Math.min(200, pixels)) * WHEEL), placeOf(event))
  }
  const ending = new AbortController()
  const { signal } = ending
  element.addEventListener('pointerdown', down, { signal })
  element.addEventListener('pointermove', move, { signal })
  element.addEventListener('pointerup', up, { signal })
  element.addEventListener('pointercancel', up, { signal })
  element.addEventListener('wheel', wheel, { signal, passive: false })
  return () => ending.abort()
}
