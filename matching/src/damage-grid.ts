import type { Move } from './damage-steps.ts'

/** What an alignment has come to in one place, and from where. */
interface Cell {
  readonly bits: number
  readonly move: Move
  readonly from: number
}

/** The grid of an alignment: for each beginning of both marks and number of damages, the likeliest way there. */
export class Grid {
  private readonly cells: (Cell | undefined)[] = []
  private readonly width: number
  private readonly most: number
  /** For a mark of so many characters read, and at most so many damages. */
  constructor(read: number, most: number) {
    this.width = read + 1
    this.most = most
  }
  place(stood: number, read: number, damages: number): number {
    return (stood * this.width + read) * (this.most + 1) + damages
  }
  at(place: number): Cell | undefined {
    return this.cells[place]
  }
  offer(stood: number, read: number, damages: number, bits: number, move: Move, from: number): void {
    if (damages > this.most) return
    const place = this.place(stood, read, damages)
    const cell = this.cells[place]
    if (!cell || bits < cell.bits) this.cells[place] = { bits, move, from }
  }
  /** Which beginnings a place stands for. */
  beginnings(place: number): readonly [stood: number, read: number] {
    const cell = Math.floor(place / (this.most + 1))
    return [Math.floor(cell / this.width), cell % this.width]
  }
}
