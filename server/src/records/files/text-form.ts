/**
 * Encodings in which registers are kept, by the names of the WHATWG Encoding Standard, which reads `iso-8859-1` as
 * Windows-1252 and `iso-8859-9` as Windows-1254.
 */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1256',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-9',
  'koi8-r',
  'ibm866',
  'macintosh',
] as const
export type Encoding = (typeof ENCODINGS)[number]

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** So many bytes of a file are enough to find its form. */
export const SAMPLE_BYTES = 65_536

/** Whether bytes are UTF-8, but for a character that may be cut off at their end. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** UTF-16 without a byte-order mark: among Latin letters, digits and delimiters every second byte is zero. */
function findUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0]
  for (const [position, byte] of sample.entries()) if (byte === 0) zeros[position % 2]!++
  const [even = 0, odd = 0] = zeros
  const clear = Math.max(3, sample.length / 8)
  if (odd > clear && even < odd / 50) return 'utf-16le'
  if (even > clear && odd < even / 50) return 'utf-16be'
  return null
}

/**
 * The encoding of a text whose first bytes these are: by its byte-order mark, or UTF-16 or UTF-8 where the bytes are
 * that, else Windows-1252. Which other code page it might be cannot be known from bytes and is never guessed.
 */
export function findEncoding(sample: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  const [first, second] = sample
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return findUtf16(sample) ?? (isUtf8(sample) || isMostlyUtf8(sample) ? 'utf-8' : 'windows-1252')
}

/** So many characters of several bytes to one byte that is none: in Windows-1252 they hardly ever stand together. */
const WHOLE_TO_BROKEN = 4

/**
 * Is it UTF-8 in which a stray byte stands? Read as Windows-1252 every accent of the file would be garbled for its sake;
 * read as UTF-8 its own row comes back.
 */
export function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder().decode(sample)
  let whole = 0
  let broken = 0
  for (const character of text) {
    if (character === '\uFFFD') broken++
    else if (character > '\u007F') whole++
  }
  return whole >= WHOLE_TO_BROKEN * broken && whole > 0
}

const CONTROLS_AT_LEAST = 8
const CONTROLS_SHARE = 0.05

/**
 * Whether the beginning of a file is that of a picture, a program or another thing that is no text. A few control
 * characters stand in honest files; in bytes at random they are one in nine.
 */
export function isNoText(text: string): boolean {
  if (text.startsWith('%PDF-')) return true
  let controls = 0
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position)
    if (code < 32 && (code < 9 || code > 13)) controls++
  }
  return controls > CONTROLS_AT_LEAST && controls > text.length * CONTROLS_SHARE
}

/** Whether a file is a web page or other markup, which some programs save under the name of a spreadsheet. */
export const isMarkup = (text: string): boolean => /^\s*<(?:\?xml|!doctype|html|table)\b/i.test(text)

/**
 * The line `sep=;` by which Excel is told the delimiter: its length, and the delimiter where it is one of ours. A
 * spreadsheet does not show that line, so it is no row.
 */
export function separatorLine(text: string): { readonly length: number; readonly delimiter: Delimiter | null } {
  const [line, character] = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(text) ?? ['']
  return { length: line.length, delimiter: DELIMITERS.find((each) => each === character) ?? null }
}

/**
 * The delimiter that stands most often in the heading, outside quotes; a comma where none stands. The heading is the
 * row of that number, from 1, else the first that is not blank.
 */
export function findDelimiter(text: string, heading?: number): Delimiter {
  let row = 1
  let counts = new Map<string, number>()
  let quoted = false
  let blank = true
  for (let position = 0; position < text.length; position++) {
    const character = text[position]!
    if (character === '"') quoted = !quoted
    else if (quoted) blank = false
    else if (character === '\n' || character === '\r') {
      if (heading === undefined ? !blank : row === heading) break
      if (character === '\r' && text[position + 1] === '\n') position++
      row++
      counts = new Map()
      blank = true
    } else if ((DELIMITERS as readonly string[]).includes(character)) {
      counts.set(character, (counts.get(character) ?? 0) + 1)
    } else if (character.trim() !== '') blank = false
  }
  return DELIMITERS.reduce((best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best))
}
