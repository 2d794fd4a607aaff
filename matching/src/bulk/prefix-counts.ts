import { stirred } from './mark-hash.ts'

const CELLS = 1 << 23
const FULL = 0xffff

/**
 * How often hashes were added, in a table of a fixed size: two cells a hash, of which the lesser is seldom too high
 * (count-min sketch: Cormode and Muthukrishnan 2005).
 */
export class PrefixCounts {
  private readonly cells = new Uint16Array(CELLS)

  private place(hash: number, salt: number): number {
    return stirred(hash ^ salt) & (CELLS - 1)
  }

  add(hash: number): void {
    for (const salt of [0x3c6ef372, 0x7feb352d]) {
      const place = this.place(hash, salt)
      if (this.cells[place]! < FULL) this.cells[place]!++
    }
  }

  of(hash: number): number {
    return Math.min(this.cells[this.place(hash, 0x3c6ef372)]!, this.cells[this.place(hash, 0x7feb352d)]!)
  }
}
