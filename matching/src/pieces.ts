/**
 * Pieces: four characters of a skeleton in a row, with their place, counted from the end that is nearer. A number that
 * lost more than it keeps, or that two things befell, still has one or two of its pieces, where nobody could try every
 * number that it may have been.
 */
export const PIECE = 4

/** More pieces than these a mark does not need. */
const MOST_PIECES = 12

const fromFront = (offset: number, piece: string) => `${offset}<${piece}`
const fromBack = (offset: number, piece: string) => `${offset}>${piece}`

/** The positions of a skeleton, each with what may stand there; `?` for anything, `*` for a run. */
export function positionsOf(skeleton: string): string[] {
  return Array.from(skeleton.matchAll(/\[([^\]]*)\]|([\s\S])/gu), ([, alternatives, one]) => alternatives ?? one ?? '')
}

const isKnown = (position: string) => position !== '?' && position !== '*'

/** How many positions stand before a run, and how many behind the last one; all where there is no run. */
function reach(positions: readonly string[]): { readonly front: number; readonly back: number } {
  const first = positions.indexOf('*')
  return first < 0 ? { front: positions.length, back: 0 } : { front: first, back: positions.lastIndexOf('*') + 1 }
}

/** The pieces under which a record's mark is posted; those with a lost or doubtful character are left out. */
export function recordPieces(skeleton: string | null): string[] {
  if (skeleton === null) return []
  const positions = positionsOf(skeleton)
  const { front, back } = reach(positions)
  const last = positions.length - PIECE
  const pieces: string[] = []
  for (let start = 0; start <= last && pieces.length < MOST_PIECES; start++) {
    const window = positions.slice(start, start + PIECE)
    if (!window.every((position) => isKnown(position) && position.length === 1)) continue
    const piece = window.join('')
    if (start + PIECE <= front && start <= last - start) pieces.push(fromFront(start, piece))
    if (start >= back && last - start <= start) pieces.push(fromBack(last - start, piece))
  }
  return pieces
}

/** Four positions in a row, with how many stand before and behind them; null where a run hides how many. */
interface Window {
  readonly window: readonly string[]
  readonly before: number | null
  readonly behind: number | null
}

function windowsOf(positions: readonly string[]): Window[] {
  const { front, back } = reach(positions)
  const last = positions.length - PIECE
  return Array.from({ length: Math.max(0, last + 1) }, (_, start) => ({
    window: positions.slice(start, start + PIECE),
    before: start + PIECE <= front ? start : null,
    behind: start >= back ? last - start : null,
  })).filter(({ window }) => !window.includes('*'))
}

/** Beside a run the first characters that it hides may complete what is too short for a window: `TKR*` gives `TKR?`. */
function windowsAtRun(positions: readonly string[]): Window[] {
  const { front, back } = reach(positions)
  if (front === positions.length) return []
  const lost = (count: number) => Array.from({ length: count }, () => '?')
  const [first, end] = [positions.slice(0, front), positions.slice(back)]
  const isShort = (part: readonly string[]) => part.length > 0 && part.length < PIECE
  return [
    ...(isShort(first) ? [{ window: [...first, ...lost(PIECE - first.length)], before: 0, behind: null }] : []),
    ...(isShort(end) ? [{ window: [...lost(PIECE - end.length), ...end], before: null, behind: 0 }] : []),
  ]
}

export interface PieceWish {
  /** What may stand where a character is lost. */
  readonly alphabet: readonly string[]
  /** Also where a character of the piece was misread or two were exchanged, and where it moved by one. */
  readonly loosely: boolean
  /** More pieces than these are not asked for. */
  readonly most: number
}

function variants(window: readonly string[], { alphabet, loosely, most }: PieceWish): string[] {
  let pieces = ['']
  for (const position of window) {
    const options = position === '?' ? alphabet : [...position]
    if (pieces.length * options.length > most) return []
    pieces = pieces.flatMap((piece) => options.map((option) => piece + option))
  }
  if (!loosely || pieces.length > 1) return pieces
  const piece = pieces[0]!
  const misread = Array.from({ length: PIECE }, (_, at) =>
    alphabet.map((character) => piece.slice(0, at) + character + piece.slice(at + 1)),
  )
  const exchanged = Array.from(
    { length: PIECE - 1 },
    (_, at) => piece.slice(0, at) + piece[at + 1] + piece[at] + piece.slice(at + 2),
  )
  return [...new Set([piece, ...exchanged, ...misread.flat()])]
}

/**
 * The pieces to ask for: those with nothing lost first, then those with the fewest readings, each from both ends, since
 * it is not known which end was dropped. Whole windows only: one that would go beyond `most` is left out.
 */
export function queryPieces(skeleton: string, wish: PieceWish): string[] {
  const positions = positionsOf(skeleton)
  const windows = [...windowsOf(positions), ...windowsAtRun(positions)]
    .filter(({ window }) => window.some(isKnown))
    .map((each) => ({ ...each, options: variants(each.window, wish) }))
    .filter(({ options }) => options.length > 0)
    .sort((a, b) => a.options.length - b.options.length)
  const shifts = wish.loosely ? [0, -1, 1] : [0]
  const pieces = new Set<string>()
  for (const { before, behind, options } of windows) {
    for (const shift of shifts) {
      const places = [
        ...(before !== null && before + shift >= 0 ? [(piece: string) => fromFront(before + shift, piece)] : []),
        ...(behind !== null && behind + shift >= 0 ? [(piece: string) => fromBack(behind + shift, piece)] : []),
      ]
      for (const place of places) {
        if (pieces.size + options.length > wish.most) continue
        for (const option of options) pieces.add(place(option))
      }
    }
  }
  return [...pieces]
}
