/** In which encoding a text is read: what it says of itself, or UTF-8, or else Windows-1252. */
type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const readAs = (bytes: Uint8Array, encoding: TextEncoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function markedAs([first, second]: Uint8Array): TextEncoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** Windows-1252 has no character for these. */
const UNASSIGNED: readonly number[] = [0x81, 0x8d, 0x8f, 0x90, 0x9d]
/** Tab, new line, new page, return. */
const LAYOUT: readonly number[] = [0x09, 0x0a, 0x0c, 0x0d]

/** Has every byte a character in Windows-1252, and is none a control character but for what sets lines? */
const isWindowsText = (bytes: Buffer): boolean =>
  bytes.every((byte) =>
    byte >= 0x20 ? byte !== 0x7f && (byte < 0x80 || !UNASSIGNED.includes(byte)) : LAYOUT.includes(byte),
  )

/**
 * What a browser takes for a page by its beginning, whatever it is called (WHATWG MIME Sniffing, section 7.1), and a picture that is
 * a page.
 */
const PAGE =
  /^\s*<(?:(?:!doctype|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg)[\s>]|!--|\?xml)/i

/** The text that these bytes are, or null where they are none. */
function textOf(bytes: Buffer): string | null {
  const marked = markedAs(bytes)
  const text = readAs(bytes, marked ?? 'utf-8')
  if (text !== null) return text.includes('\0') ? null : text
  return marked === null && isWindowsText(bytes) ? readAs(bytes, 'windows-1252') : null
}

/**
 * Are these bytes plain text? Whatever stands within it is text as well, tags too: it is shown as text and taken away as `.txt`. What
 * begins as a page does is a page, and a PDF may begin within what comes first.
 */
export function isPlainText(bytes: Buffer): boolean {
  const text = textOf(bytes)
  return text !== null && !PAGE.test(text) && !text.includes('%PDF-')
}

/**
 * A text, or its beginning, in UTF-8. Which code page bytes are in that are no UTF-8 cannot be known: they are read as Windows-1252,
 * which shows every byte.
 */
export function inUtf8(bytes: Buffer): Buffer {
  const marked = markedAs(bytes)
  if (marked !== null) return Buffer.from(new TextDecoder(marked).decode(bytes.subarray(0, bytes.length & ~1)))
  return readAs(bytes, 'utf-8') === null ? Buffer.from(new TextDecoder('windows-1252').decode(bytes)) : bytes
}
