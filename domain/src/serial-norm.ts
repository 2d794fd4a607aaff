import { LOOK_ALIKES, SKELETON } from './confusables.ts'
import { asciiDigit } from './fold.ts'
import { NUMBER_LABELS } from './lexicons/serial-labels.ts'
import type { Script } from './marking.ts'

/** A stated number longer than this is kept as stated and takes no part in matching. In UTF-16 code units. */
export const LONGEST_SERIAL = 64

/** Most readings of one recorded character; more in brackets is a bracketed word, not a doubt. */
const MOST_RECORDED_ALTERNATIVES = 4

const PLAIN = /^[A-Z0-9]+$/
const LOST_LETTERS = /X{3,}/g
const GLUED_LABEL = /^(?:SERIALNUMBER|SERIALNO|SERIALNR|SERIAL|NUMERO)(?=[A-Z]{0,4}\d)/

const escaped = NUMBER_LABELS.map((label) => label.replace(/[/]/g, '\\/')).sort((a, b) => b.length - a.length)
/** `No. 123`, `S/N: 123`, `nº 123`, `№123`: a label, and a separator unless the label is itself a sign. */
const LABEL = new RegExp(
  `^[\\s.,:;#*'"´\`(-]*(?:№|n[º°]s?[.:]?|n\\.(?=\\s*\\d)|(?:ser|č)[.:]|#|(?:${escaped.join('|')})(?:[\\s.:#º°=-]+|$))\\s*`,
  'iu',
)

function withoutLabels(text: string): string {
  let rest = text
  for (;;) {
    const shorter = rest.replace(LABEL, '')
    if (shorter === rest || shorter === '') return rest
    rest = shorter
  }
}

/** One stated character as it is matched, or '' where it is a separator or anything but a letter or a digit. */
function normCharacter(one: string): string {
  if (/[A-Z0-9]/.test(one)) return one
  const alike = LOOK_ALIKES[one]
  if (alike !== undefined) return alike
  if (one < '\u0080') return ''
  let plain = ''
  for (const base of one.normalize('NFD')) {
    if (/[\p{L}\p{N}]/u.test(base)) plain += LOOK_ALIKES[base] ?? asciiDigit(base) ?? base
  }
  return plain
}

/** `[8B]` from `text` at `start`, as its distinct readings and its end; null where the bracket is no such doubt. */
function bracketAt(text: readonly string[], start: number): { readings: string[]; end: number } | null {
  const readings = new Set<string>()
  for (let i = start + 1; i < text.length && i <= start + MOST_RECORDED_ALTERNATIVES + 1; i++) {
    if (text[i] === ']') {
      return readings.size === 0 ? null : { readings: [...readings], end: i }
    }
    const reading = normCharacter(text[i]!)
    if ([...reading].length !== 1) return null
    readings.add(reading)
  }
  return null
}

function tidy(norm: string): string {
  let tidied = norm
  for (;;) {
    const before = tidied
    tidied = tidied.replace(/\*{2,}/g, '*').replace(GLUED_LABEL, '')
    if (/X{3}/.test(tidied) && /[^X?*]/.test(tidied)) {
      tidied = tidied.replace(LOST_LETTERS, (run) => '?'.repeat(run.length))
    }
    if (tidied === before) return tidied
  }
}

/**
 * A stated number as it is matched: upper case, no separators, no label such as `No.`, ASCII digits, look-alikes of
 * other scripts in Latin. Leading zeros stay and `O` never becomes `0`. Lost characters stay `?` (a run of three or
 * more X among others is lost characters too), runs `*` (also `…`), doubts `[8B]`. Idempotent. Empty where the text
 * holds no letter or digit or is longer than `LONGEST_SERIAL`.
 */
export function norm(stated: string): string {
  if (stated.length > LONGEST_SERIAL) return ''
  const upper = stated.toUpperCase()
  if (PLAIN.test(upper)) return tidy(upper)
  const text = [
    ...withoutLabels(stated.trim())
      .normalize('NFKC')
      .toUpperCase()
      .trim()
      .replace(/^\.{3,}|\.{3,}$/g, '*'),
  ]
  let found = ''
  for (let i = 0; i < text.length; i++) {
    const one = text[i]!
    const bracket = one === '[' ? bracketAt(text, i) : null
    if (bracket !== null) {
      found += bracket.readings.length === 1 ? bracket.readings[0]! : `[${bracket.readings.join('')}]`
      i = bracket.end
    } else if (one === '?' || one === '*') found += one
    else if (one === '|') found += /[A-Z0-9]/.test(text[i - 1] ?? '') && /[A-Z0-9]/.test(text[i + 1] ?? '') ? 'I' : ''
    else found += normCharacter(one)
  }
  // Brackets round the whole are no doubt about one character.
  const doubts = /^\[[^\]]*\]$/.test(found) ? found.slice(1, -1) : found
  return /[^?*[\]]/.test(doubts) ? tidy(doubts) : ''
}

const classOf = new Map<string, string>()
for (const [representative, members] of SKELETON) {
  for (const member of members) classOf.set(member, representative)
}
const CONFUSABLE = new RegExp(`[${[...classOf.keys()].join('')}]`, 'gu')

/**
 * A norm with the characters folded that markings and clerks confuse. A partition: each character belongs to one
 * class, so two norms have one skeleton exactly when they differ in confusable characters only. Doubts that fall
 * together become clear.
 */
export function skeleton(normText: string): string {
  const folded = normText.replace(CONFUSABLE, (one) => classOf.get(one)!)
  if (!folded.includes('[')) return folded
  return folded.replace(/\[([^\]]*)\]/g, (_, readings: string) => {
    const distinct = [...new Set(readings)].join('')
    return distinct.length === 1 ? distinct : `[${distinct}]`
  })
}

const LATIN = /\p{Script=Latin}/u
const CYRILLIC = /\p{Script=Cyrillic}/u
const GREEK = /\p{Script=Greek}/u
const ARABIC = /[\p{Script=Arabic}\u0660-\u0669]/u

/** The script of a text's letters (Arabic also for its digits), `mixed` for several, `none` for none. */
export function scriptOf(text: string): Script {
  if (text.length > LONGEST_SERIAL) return scriptOf(text.slice(0, LONGEST_SERIAL))
  if (/^[\x20-\x7e]*$/.test(text)) return /[A-Za-z]/.test(text) ? 'latin' : 'none'
  const scripts: Script[] = []
  if (LATIN.test(text)) scripts.push('latin')
  if (CYRILLIC.test(text)) scripts.push('cyrillic')
  if (GREEK.test(text)) scripts.push('greek')
  if (ARABIC.test(text)) scripts.push('arabic')
  return scripts.length > 1 ? 'mixed' : (scripts[0] ?? 'none')
}
