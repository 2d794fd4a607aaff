const NOTHING = Buffer.alloc(0)

/** Bytes that come in pieces, read by length or as they come. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Uint8Array = NOTHING

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** The next so many bytes; fewer where the end comes first. */
  async take(size: number): Promise<Buffer> {
    const parts: Uint8Array[] = []
    let missing = size
    while (missing > 0) {
      const piece = await this.next()
      if (piece === null) break
      const part = piece.subarray(0, missing)
      this.#held = piece.subarray(part.length)
      missing -= part.length
      parts.push(part)
    }
    return Buffer.concat(parts)
  }

  /** The next piece as it came, or null at the end. */
  async next(): Promise<Uint8Array | null> {
    if (this.#held.length > 0) {
      const piece = this.#held
      this.#held = NOTHING
      return piece
    }
    const { done, value } = await this.#source.next()
    return done ? null : value
  }
}
