import type { Point } from '../state/arrangement.ts'
import { type Picture, type PictureNode, type PictureTie, pointOn } from './picture.ts'
import { REACH } from './shapes.ts'

/** One line of a label. */
export interface Line {
  readonly text: string
  readonly as: 'name' | 'quiet' | 'group'
}

/** A label where it stands: the middle of its upper edge, in pixels of the screen from where the picture begins. */
export interface Label extends Point {
  readonly lines: readonly Line[]
  readonly width: number
}

/** How wide a text is, in pixels of the screen. */
export type Measure = (text: string, as: Line['as']) => number

/** From line to line. A name is written as large on the screen however far off the picture is, so that it can be read. */
export const LEADING = 14
const WIDEST = 132
/** Where along a tie its label may stand: the middle first. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7] as const

// Where a name is broken its isolation would be: each line is isolated for itself where it is drawn.
const ISOLATES = /[\u2068\u2069]/g

/** A text in lines that are no wider than a label, broken between words. */
function broken(text: string, measure: Measure, as: Line['as']): Line[] {
  const whole = text.replace(ISOLATES, '').trim()
  if (whole === '') return []
  if (measure(whole, as) <= WIDEST) return [{ text: whole, as }]
  const lines: string[] = []
  for (const word of whole.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`, as) <= WIDEST) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => ({ text: line, as }))
}

interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** What of the screen is taken; looked up by squares, so that one more asks only its neighbours. */
function ground() {
  const SQUARE = 96
  const taken = new Map<number, Box[]>()
  const squaresOf = ({ x, y, width, height }: Box): number[] => {
    const squares: number[] = []
    for (let column = Math.floor(x / SQUARE); column <= Math.floor((x + width) / SQUARE); column++)
      for (let row = Math.floor(y / SQUARE); row <= Math.floor((y + height) / SQUARE); row++)
        squares.push(column * 2 ** 20 + row)
    return squares
  }
  const meets = (one: Box, other: Box) =>
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  return {
    take(box: Box): void {
      for (const square of squaresOf(box)) {
        const there = taken.get(square)
        if (there) there.push(box)
        else taken.set(square, [box])
      }
    },
    isFree: (box: Box): boolean =>
      squaresOf(box).every((square) => !taken.get(square)?.some((other) => meets(box, other))),
  }
}

/**
 * The labels of a picture that is drawn at this scale, none over another and none over a node. First that of what is looked
 * at, which is always there, and of what is tied to it; then of pinned nodes, nodes, and ties that are named. A node's stands
 * below it, or else above or beside it, its name alone where its kind finds no room, a tie's about its middle; what finds no
 * room is read when the picture comes nearer. Nobody comes first for how many ties they have. `all`: what finds no room is written nevertheless, since a file comes no nearer.
 */
export function labelsOf(picture: Picture, scale: number, measure: Measure, here: string | null, all = false): Label[] {
  const near = nearTo(picture, here)
  const labels: Label[] = []
  const free = ground()
  const reach = REACH * scale + 2
  const widthOf = (lines: readonly Line[]) => Math.max(...lines.map(({ text, as }) => measure(text, as)))
  /** Writes these lines at the first of the spots that is free, or at the first where they have to stand; else does not. */
  const place = (lines: readonly Line[], spots: readonly Point[], isFirst: boolean): boolean => {
    if (lines.length === 0) return true
    const width = widthOf(lines)
    const height = lines.length * LEADING
    const boxAt = ({ x, y }: Point) => ({ x: x - width / 2 - 2, y, width: width + 4, height })
    const spot = spots.find((each) => free.isFree(boxAt(each))) ?? (isFirst ? spots[0] : undefined)
    if (!spot) return false
    free.take(boxAt(spot))
    labels.push({ ...spot, lines, width })
    return true
  }
  const placeNode = ({ name, x, y, label, kind }: PictureNode) => {
    const [called, quiet] = [broken(label, measure, 'name'), broken(kind, measure, 'quiet')]
    const isFirst = all || name === here
    // Where all of it finds no room, its name alone may.
    const tries = called.length > 0 && quiet.length > 0 ? [[...called, ...quiet], called] : [[...called, ...quiet]]
    const around = (lines: readonly Line[]) => {
      if (lines.length === 0) return []
      const [across, down, high, aside] = [x * scale, y * scale, lines.length * LEADING, reach + 5 + widthOf(lines) / 2]
      return [
        { x: across, y: down + reach + 5 },
        { x: across, y: down - reach - 7 - high },
        { x: across + aside, y: down - high / 2 },
        { x: across - aside, y: down - high / 2 },
      ]
    }
    tries.some((lines, turn) => place(lines, around(lines), isFirst && turn === 0))
  }
  const placeTie = (tie: PictureTie) => {
    const lines = broken(tie.label, measure, 'quiet')
    const spots = ALONG.map((share) => {
      const { x, y } = pointOn(tie, share)
      return { x: x * scale, y: y * scale - (lines.length * LEADING) / 2 }
    })
    place(lines, spots, all || tie.id === here)
  }
  for (const { x, y } of picture.nodes)
    free.take({ x: x * scale - reach, y: y * scale - reach, width: 2 * reach, height: 2 * reach })
  for (const { x, y, width, label } of picture.groups)
    place(broken(label, measure, 'group'), [{ x: (x + width / 2) * scale, y: y * scale - LEADING - 2 }], true)
  const [looked, beside] = split(picture.nodes, ({ name }) => name === here)
  const [first, others] = split(beside, ({ name }) => near.has(name))
  const [pinned, rest] = split(others, (node) => node.pinned)
  for (const node of [...looked, ...first, ...pinned, ...rest]) placeNode(node)
  const [chosen, ties] = split(picture.ties, ({ id }) => near.has(id))
  for (const tie of [...chosen, ...ties.filter(({ named }) => named)]) placeTie(tie)
  return labels
}

/** What is looked at and what it is tied to: a node with its ties and their other ends, a tie with its ends. */
function nearTo({ ties }: Picture, here: string | null): ReadonlySet<string> {
  if (here === null) return new Set()
  const along = ties.filter(({ id, ends }) => id === here || ends.includes(here))
  return new Set([here, ...along.flatMap(({ id, ends }) => [id, ...ends])])
}

function split<Thing>(things: readonly Thing[], isFirst: (thing: Thing) => boolean): [Thing[], Thing[]] {
  return [things.filter(isFirst), things.filter((thing) => !isFirst(thing))]
}
