import type { Move } from './damage-steps.ts'

/** What an alignment has come to in one place, and from where. */
interface Cell {
  readonly bits: number
  readonly move: Move
  readonly from: number
}

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
const NUMBER_OF = Object.fromEntries(MOVES.map((move, at) => [move, at])) as Record<Move, number>

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

/** The grid of an alignment: for each beginning of both marks and number of damages, the likeliest way there. */
export class Grid {
  private readonly size: GridSize
  private readonly bits: Float64Array
  private readonly moves: Uint8Array
  private readonly froms: Int32Array

  constructor(size: GridSize) {
    this.size = size
    const places = (size.stood + 1) * (size.read + 1) * (size.damages + 1)
    this.bits = new Float64Array(places).fill(Number.POSITIVE_INFINITY)
    this.moves = new Uint8Array(places)
    this.froms = new Int32Array(places)
  }

  place(stood: number, read: number, damages: number): number {
    return (stood * (this.size.read + 1) + read) * (this.size.damages + 1) + damages
  }

  /** What the likeliest way to a place costs; infinitely much where none leads there. */
  bitsAt(place: number): number {
    return this.bits[place]!
  }

  at(place: number): Cell | undefined {
    const bits = this.bits[place]
    if (bits === undefined || bits === Number.POSITIVE_INFINITY) return undefined
    return { bits, move: MOVES[this.moves[place]!]!, from: this.froms[place]! }
  }

  /** Does any way lead to these beginnings? */
  isReached(stood: number, read: number): boolean {
    const first = this.place(stood, read, 0)
    for (let damages = 0; damages <= this.size.damages; damages++)
      if (this.bits[first + damages] !== Number.POSITIVE_INFINITY) return true
    return false
  }

  /** Notes a way to a place, where it is the likeliest there and an end can be reached from it. */
  offer(stood: number, read: number, damages: number, bits: number, move: Move, from: number): void {
    const left = this.size.damages - damages
    if (left < 0 || !this.leadsToAnEnd(this.size.stood - stood - (this.size.read - read), left)) return
    const place = this.place(stood, read, damages)
    if (!(bits < this.bits[place]!)) return
    this.bits[place] = bits
    this.moves[place] = NUMBER_OF[move]
    this.froms[place] = from
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
