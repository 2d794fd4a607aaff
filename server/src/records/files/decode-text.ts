import { isAscii } from 'node:buffer'
import { type Encoding, findEncoding, isMostlyUtf8, isUtf8 } from './text-form.ts'

export interface TextDecoding {
  /** What is known so far: bytes that are all ASCII are called UTF-8 until another comes. */
  readonly encoding: Encoding
  /** The text of the next bytes. Bytes that are no character become U+FFFD. */
  readonly decode: (bytes: Uint8Array) => string
  /** What is left at the end. */
  readonly end: () => string
}

const NOTHING = Buffer.alloc(0)

/** How many bytes at the end begin a character of UTF-8 without ending it. */
function cutOff(bytes: Uint8Array): number {
  for (let length = 1; length <= 3; length++) {
    const byte = bytes.at(-length)
    if (byte === undefined || byte < 0x80) return 0
    if (byte < 0xc0) continue
    const whole = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    return whole > length ? length : 0
  }
  return 0
}

/** The encoding that a byte-order mark names, which a text bears to say it of itself; null where there is none. */
function markedEncoding(sample: Uint8Array): Encoding | null {
  const [first, second, third] = sample
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/**
 * Decodes a text piece by piece, of which the sample is the first; the encoding is found unless it is given. What its
 * byte-order mark says goes before what was asked for (WHATWG Encoding Standard, "decode"): the mended rows of a file in
 * a code page come back from a spreadsheet so. A register
 * may hold its first accented letter far behind the sample, so while all is ASCII the choice between UTF-8 and
 * Windows-1252, which read it alike, stays open.
 */
export function decodeText(sample: Uint8Array, asked?: Encoding): TextDecoding {
  const said = markedEncoding(sample) ?? asked
  let encoding: Encoding = said ?? findEncoding(sample)
  let decoder = new TextDecoder(encoding)
  let open = said === undefined && encoding === 'utf-8'
  let held: Uint8Array = NOTHING

  const settle = (isWindows: boolean) => {
    open = false
    if (!isWindows) return
    encoding = 'windows-1252'
    decoder = new TextDecoder(encoding)
  }
  const decode = (bytes: Uint8Array): string => {
    if (!open || (held.length === 0 && isAscii(bytes))) return decoder.decode(bytes, { stream: true })
    const all = held.length === 0 ? bytes : Buffer.concat([held, bytes])
    held = NOTHING
    const whole = all.subarray(0, all.length - cutOff(all))
    if (!isAscii(whole)) {
      settle(!isUtf8(all) && !isMostlyUtf8(all))
      return decoder.decode(all, { stream: true })
    }
    // Half a character says nothing yet.
    held = all.subarray(whole.length)
    return decoder.decode(whole, { stream: true })
  }
  const end = (): string => {
    if (held.length > 0) settle(true)
    return decoder.decode(held)
  }
  return {
    get encoding() {
      return encoding
    },
    decode,
    end,
  }
}
