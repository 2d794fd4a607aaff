/** Folding: how a stated word becomes the key under which a table may know it. */

/** A stated word longer than this is no word; it stays as stated and is not looked up. */
export const LONGEST_WORD = 120

/** Letters that Unicode does not decompose and that clerks leave out or write plainly. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  đ: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  // Arabic spellings of one letter that typists use for each other.
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
}

/** The zeros of the decimal digits that keyboards in use produce; the other nine follow each of them. */
const DIGIT_ZEROS = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0, 0x0f20, 0x1040,
  0x17e0,
]

/** The ASCII digit that a foreign decimal digit stands for, or null where the character is no such digit. */
export function asciiDigit(character: string): string | null {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x0660) return null
  const zero = DIGIT_ZEROS.find((z) => code >= z && code < z + 10)
  return zero === undefined ? null : String(code - zero)
}

const ASCII_KEY = /^[a-z0-9]*$/
const ASCII_ONLY = /^[\x20-\x7e]*$/
const NOT_ASCII_KEY = /[^a-z0-9]+/g
const NOT_KEY = /[^\p{L}\p{Nd}]+/gu

function foldForeign(text: string): string {
  let plain = ''
  for (const character of text.normalize('NFKD').toLowerCase()) {
    plain += PLAIN_LETTERS[character] ?? asciiDigit(character) ?? character
  }
  return plain.replace(NOT_KEY, '')
}

/**
 * The key of a stated word: lower case, no accents, no spaces, no punctuation, ASCII digits; letters of other scripts
 * stay. `Smith & Wesson` and `SMITH&WESSON` share the key `smithwesson`. Empty where nothing is left, and for a text
 * longer than `LONGEST_WORD`.
 */
export function foldKey(stated: string): string {
  if (stated.length > LONGEST_WORD) return ''
  const lower = stated.toLowerCase()
  if (ASCII_KEY.test(lower)) return lower
  return ASCII_ONLY.test(lower) ? lower.replace(NOT_ASCII_KEY, '') : foldForeign(stated)
}

/** The folded tokens of a text, in order: `Nº 123 (cano)` gives `no`, `123`, `cano`. */
export function foldTokens(stated: string): string[] {
  if (stated.length > LONGEST_WORD) return []
  const tokens: string[] = []
  for (const piece of stated.split(/[\s,;:|/\\()[\]{}+_=-]+/u)) {
    const key = foldKey(piece)
    if (key !== '') tokens.push(key)
  }
  return tokens
}

/** Is nothing stated: absent, or only blanks and control characters? */
export function isBlank(stated: string | null | undefined): boolean {
  return stated === null || stated === undefined || !/[^\s\p{C}]/u.test(stated)
}
