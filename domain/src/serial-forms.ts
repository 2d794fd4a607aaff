/** Other forms under which a serial may stand in another source. Each is a reading to try, never a correction. */
import { TURNED } from './confusables.ts'
import { TRANSLITERATION } from './lexicons/transliteration.ts'
import { LONGEST_SERIAL, norm } from './serial-norm.ts'

/** A norm without zeros at its start or after its prefix: `A0001234` and `001234` give `A1234` and `1234`. */
export function normWithoutLeadingZeros(normText: string): string {
  return normText.replace(/^(\p{L}*)0+(?=.)/u, '$1')
}

/**
 * A norm without letters that stand between digits, which some registers ignore: `369J257` gives `369257`. Letters at
 * either end count and stay.
 */
export function withoutEmbeddedLetters(normText: string): string {
  return normText.replace(/(?<=\d)\p{L}+(?=\d)/gu, '')
}

/** How a norm reads on a part held the other way round: `609A` cannot be read so and gives null, `619` gives `619`. */
export function turnedRound(normText: string): string | null {
  let turned = ''
  for (const one of normText) {
    const other = TURNED[one]
    if (other === undefined) return null
    turned = other + turned
  }
  return turned === '' ? null : turned
}

/**
 * The norms of a stated number whose letters were written by sound: Cyrillic `СВ12345` gives `SV12345`, `Č123` gives
 * `CH123`. Empty where every letter is plain Latin.
 */
export function phoneticForms(stated: string): string[] {
  if (stated.length > LONGEST_SERIAL || /^[\x20-\x7e]*$/.test(stated)) return []
  let plain = ''
  let wide = ''
  for (const one of stated.normalize('NFC').toUpperCase()) {
    const [first, second] = TRANSLITERATION[one] ?? [one]
    plain += first
    wide += second ?? first
  }
  const visual = norm(stated)
  const forms = new Set([norm(plain), norm(wide)])
  forms.delete(visual)
  forms.delete('')
  return [...forms]
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
const ROMAN = /^(?=.)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

function romanValue(token: string): number {
  let value = 0
  for (let i = 0; i < token.length; i++) {
    const here = ROMAN_VALUES[token[i]!] ?? 0
    value += here < (ROMAN_VALUES[token[i + 1] ?? ''] ?? 0) ? -here : here
  }
  return value
}

/**
 * The norm of a stated number whose isolated Roman numeral is read as a number: `XII 1234` gives `121234`. Null where
 * no token is a Roman numeral; a token beside a digit is a prefix, not a numeral.
 */
export function romanNumeralForm(stated: string): string | null {
  if (stated.length > LONGEST_SERIAL) return null
  let found = false
  const text = stated
    .normalize('NFKC')
    .toUpperCase()
    .replace(/(?<![\p{L}\p{N}])[IVXLC]+(?![\p{L}\p{N}])/gu, (token) => {
      if (!ROMAN.test(token)) return token
      found = true
      return String(romanValue(token))
    })
  return found ? norm(text) : null
}
