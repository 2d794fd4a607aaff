const BYTES = 16

/** Identifiers in ascending order, packed: a million of them take 16 MB. */
export class RecordList {
  private bytes = Buffer.alloc(BYTES << 10)
  length = 0

  /** Adds an identifier that comes after all others. */
  push(id: string): void {
    if (BYTES * this.length === this.bytes.length)
      this.bytes = Buffer.concat([this.bytes, Buffer.alloc(this.bytes.length)])
    this.bytes.write(id.replaceAll('-', ''), BYTES * this.length++, 'hex')
  }

  at(place: number): string {
    const hex = this.bytes.toString('hex', BYTES * place, BYTES * (place + 1))
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }

  /** The place of an identifier; that of the next one where it is not among them. */
  placeOf(id: string): number {
    const wanted = Buffer.from(id.replaceAll('-', ''), 'hex')
    let [low, high] = [0, this.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.bytes.compare(wanted, 0, BYTES, BYTES * middle, BYTES * (middle + 1)) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
