import type { Move } from './damage-steps.ts'

const MOVES: readonly Move[] = [
  'begun',
  'same',
  'filled',
  'confused',
  'substituted',
  'added',
  'left_out',
  'transposed',
  'front_missing',
  'back_missing',
]
/** The number under which a move is noted. */
export const NUMBER_OF = Object.fromEntries(MOVES.map((move, at) => [move, at])) as Record<Move, number>

/** Both marks, in numbers. */
export interface GridSize {
  /** How many characters stand, and are read. */
  readonly stood: number
  readonly read: number
  /** How many damages there may be. */
  readonly damages: number
  /** How many characters may be missing at the end, beside the damages. */
  readonly missing: number
  /** May a run stand for any number of characters? */
  readonly runs: boolean
}

/**
 * The grid of an alignment: for each beginning of both marks and number of damages, the likeliest way there. Laid out anew
 * for each pair of marks, in the same room, since room is dearer than what is done in it.
 */
export class Grid {
  private size: GridSize = { stood: 0, read: 0, damages: 0, missing: 0, runs: false }
  private bits = new Float64Array(0)
  private moves = new Uint8Array(0)
  private froms = new Int32Array(0)
  private stood = 0
  private read = 0
  private first = 0

  /** Forgets what was noted. */
  layOut(size: GridSize): void {
    this.size = size
    const places = (size.stood + 1) * (size.read + 1) * (size.damages + 1)
    if (places > this.bits.length) {
      this.bits = new Float64Array(2 * places)
      this.moves = new Uint8Array(2 * places)
      this.froms = new Int32Array(2 * places)
    }
    this.bits.fill(Number.POSITIVE_INFINITY, 0, places)
  }

  place(stood: number, read: number, damages: number): number {
    return (stood * (this.size.read + 1) + read) * (this.size.damages + 1) + damages
  }

  /** Begins before the first character of both marks. */
  begin(move: number): void {
    this.note(0, 0, move, -1)
  }

  /** Stands at these beginnings of both marks; false where no way leads to them. */
  stand(stood: number, read: number): boolean {
    this.stood = stood
    this.read = read
    this.first = this.place(stood, read, 0)
    for (let damages = 0; damages <= this.size.damages; damages++)
      if (this.bits[this.first + damages] !== Number.POSITIVE_INFINITY) return true
    return false
  }

  /**
   * Goes on from where it stands over so many characters of either mark, which are so many damages and cost so many bits,
   * whatever befell the marks before; notes where that is the likeliest way and an end can be reached from there.
   */
  go(stood: number, read: number, damages: number, move: number, cost: number, more = 0): void {
    const { size, bits } = this
    const longer = size.stood - this.stood - stood - (size.read - this.read - read)
    const to = this.place(this.stood + stood, this.read + read, damages)
    for (let before = 0; before + damages <= size.damages; before++) {
      if (!this.leadsToAnEnd(longer, size.damages - damages - before)) return
      this.note(to + before, bits[this.first + before]! + cost + more, move, this.first + before)
    }
  }

  private note(place: number, bits: number, move: number, from: number): void {
    if (!(bits < this.bits[place]!)) return
    this.bits[place] = bits
    this.moves[place] = move
    this.froms[place] = from
  }

  /** What the likeliest way to a place costs; infinitely much where none leads there. */
  bitsAt(place: number): number {
    return this.bits[place]!
  }

  /** By which move the likeliest way came to a place. */
  moveAt(place: number): Move {
    return MOVES[this.moves[place]!]!
  }

  /** From which place it came; of the one where it began, a number below nought. */
  fromAt(place: number): number {
    return this.froms[place]!
  }

  /** Each damage takes one character from one of the two; `longer` by so many stands what is left than what is read. */
  private leadsToAnEnd(longer: number, damages: number): boolean {
    return this.size.runs || (longer <= damages + this.size.missing && -longer <= damages)
  }

  /** Which beginnings a place stands for. */
  beginnings(place: number): readonly [stood: number, read: number] {
    const cell = Math.floor(place / (this.size.damages + 1))
    return [Math.floor(cell / (this.size.read + 1)), cell % (this.size.read + 1)]
  }
}
