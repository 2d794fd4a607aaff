import { absenceOfToken, readAbsence } from './absence.ts'
import { foldKey, foldTokens, isBlank } from './fold.ts'
import { holdsForeignCharacters } from './foreign-characters.ts'
import { QUALIFYING_WORDS } from './lexicons/absence-words.ts'
import { BOLT_ON_LONG_ARMS, PART_LABELS, THING_WORDS } from './lexicons/serial-labels.ts'
import { foldedWords } from './lexicons/words.ts'
import type { Absence, Mark, MarkKind, MarkState, Part } from './marking.ts'
import { charactersOf } from './serial-characters.ts'
import { LONGEST_SERIAL, norm, scriptOf, skeleton } from './serial-norm.ts'
import { type SerialPiece, serialPieces } from './serial-pieces.ts'
import { damageBeside } from './serial-state.ts'

/** A field longer than this is not taken apart. In UTF-16 code units. */
const LONGEST_FIELD = 256
/** More numbers than this on one firearm is not a serial field. */
const MOST_NUMBERS = 12
/** `munição 380` names a calibre, `pistola 47123` a number; `sem 22` no number. */
const LEAST_DIGITS_BESIDE_THING = 4
const LEAST_DIGITS_BESIDE_WORD = 3
/** Letters alone may be what is left of a serial up to this length; longer, they are words. */
const LONGEST_LETTERS_ONLY = 6
/** More letters in a row than any prefix has: `DROPTABLE1`. */
const WORDS = /\p{L}{9}/u

const things = new Set([...THING_WORDS.map(foldKey), ...Object.values(PART_LABELS).flatMap(foldedWords)])

const PLAIN_NUMBER = /^(?!PTB)[A-Z]{0,4}\d{3,20}[A-Z]?$/i
const ONLY_LOST_LETTERS = /^[\s./-]*X{2,}[\s./-]*$/i
/** `1.7E+27`: a spreadsheet took a serial for a number and its last digits are gone for good. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d{1,3}$/i
const DATE_WITH_TIME = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/
const CALIBRE_ALONE = /^(?:\.\d{2,3}|\.?\d{1,3}(?:[.,]\d{1,2})?\s*(?:mm|acp|auto|spl|lr|gauge|ga)\.?)$/i

export interface SerialContext {
  /** The part the source says the number stands on. */
  readonly part?: Part
  /** Is the item a rifle, a shotgun or another long arm? `ferrolho` is its bolt, but a pistol's slide. */
  readonly longArm?: boolean
}

function wordMark(stated: string, state: MarkState, part: Part): Mark {
  return { part, kind: 'serial', stated, norm: null, skeleton: null, script: scriptOf(stated), state, characters: [] }
}

function unreadMark(stated: string, part: Part, kind: MarkKind = 'serial'): Mark {
  return { ...wordMark(stated, 'not_recorded', part), kind, unread: true }
}

function numberMark(stated: string, part: Part, kind: MarkKind, normText: string, damage: MarkState | null): Mark {
  const characters = charactersOf(normText)
  const complete = characters.every((one) => one.state === 'clear')
  return {
    part,
    kind,
    stated,
    norm: normText,
    skeleton: skeleton(normText),
    script: scriptOf(stated),
    state: damage ?? (complete ? 'legible' : 'partial'),
    characters,
  }
}

const qualifiers = new Set(foldedWords(QUALIFYING_WORDS))
const isQualifier = (word: string, absence: Absence | null): boolean =>
  absence !== null && qualifiers.has(foldKey(word))

/** Letters and digits are a number only where no word has grown into it. */
function numberOrUnread(text: string, part: Part, kind: MarkKind, normText: string, damage: MarkState | null): Mark {
  return WORDS.test(normText) ? unreadMark(text, part, kind) : numberMark(text, part, kind, normText, damage)
}

/** Brackets that hold no alternatives, or are not closed: whoever wrote them was unsure, and it is not known of what. */
function bracketsAreBroken(text: string): boolean {
  return /[[\]]/.test(text.replace(/\[[\p{L}\p{N}]{2,}\]/gu, ''))
}

function readPiece({ part, kind, text }: SerialPiece): Mark {
  if (bracketsAreBroken(text)) return unreadMark(text, part, kind)
  if (PLAIN_NUMBER.test(text) && !/^0+$/.test(text)) return numberMark(text, part, kind, norm(text), null)
  const trimmed = text.trim()
  const absence = readAbsence(trimmed)
  if (absence !== null) return { ...wordMark(text, absence, part), kind }
  if (trimmed.length > LONGEST_SERIAL || SCIENTIFIC.test(trimmed) || DATE_WITH_TIME.test(trimmed)) {
    return unreadMark(text, part, kind)
  }
  if (kind === 'serial' && (/^(?:0+|1)$/.test(trimmed) || things.has(foldKey(trimmed)))) {
    return wordMark(text, 'not_recorded', part)
  }
  if (ONLY_LOST_LETTERS.test(trimmed) || !/[\p{L}\p{N}]/u.test(trimmed)) {
    return wordMark(text, /[Xx?*]/.test(trimmed) ? 'illegible' : 'not_recorded', part)
  }
  if (kind === 'serial' && CALIBRE_ALONE.test(trimmed)) return numberMark(text, part, 'calibre', norm(text), null)
  return /^[A-Za-z0-9.-]+$/.test(trimmed) && /\d/.test(trimmed)
    ? numberOrUnread(text, part, kind, norm(trimmed), null)
    : readWordsAndNumber(text, part, kind)
}

/** The words of a text that are no words for no number, of one word or of two (`filed off`), and what those say. */
function withoutAbsences(text: string): { readonly kept: readonly string[]; readonly absence: Absence | null } {
  const words = text.split(/[\s,;:()]+/u)
  const kept: string[] = []
  let absence: Absence | null = null
  for (let at = 0; at < words.length; at++) {
    const [word = '', next] = [words[at], words[at + 1]]
    const ofTwo = next === undefined ? null : absenceOfToken(foldKey(word + next))
    const found = ofTwo ?? absenceOfToken(foldKey(word))
    if (found === null) kept.push(word)
    else absence ??= found
    if (ofTwo !== null) at++
  }
  return { kept, absence }
}

function readWordsAndNumber(text: string, part: Part, kind: MarkKind): Mark {
  const tokens = foldTokens(text)
  const { kept, absence } = withoutAbsences(text)
  const namesThing = tokens.some((token) => things.has(token))
  let rest = text
  if (absence !== null || namesThing) {
    rest = kept.filter((word) => !things.has(foldKey(word)) && !isQualifier(word, absence)).join(' ')
    const digits = rest.match(/\d/g)?.length ?? 0
    if (digits < (namesThing ? LEAST_DIGITS_BESIDE_THING : LEAST_DIGITS_BESIDE_WORD))
      return wordMark(text, absence ?? 'not_recorded', part)
  }
  if (holdsForeignCharacters(rest)) return unreadMark(text, part, kind)
  const normText = norm(rest)
  if (normText === '') return unreadMark(text, part, kind)
  if (!/\d/.test(normText)) {
    const letters = normText.match(/\p{L}/gu)?.length ?? 0
    const words = tokens.filter((token) => token.length >= 3).length
    if (letters > LONGEST_LETTERS_ONLY || words > 1) return unreadMark(text, part, kind)
  }
  return numberOrUnread(text, part, kind, normText, damageBeside(absence))
}

/**
 * Reads a serial field: every number in it with its part, its kind and its state, the serial first (the frame's where
 * several parts are numbered). Words for no number give a mark without norm, whose state says which fact they state.
 * Where the field holds only another kind of number (`PTB 987`), the serial before it is `not_recorded`. A text that
 * no table knows, or that is too long, is kept with `unread: true` for a curator. At least one mark; never throws.
 */
export function readSerial(stated: string | null | undefined, context: SerialContext = {}): Mark[] {
  const part = context.part ?? 'unknown'
  const text = stated ?? ''
  if (isBlank(text)) return [wordMark(text, 'not_recorded', part)]
  if (PLAIN_NUMBER.test(text) && !/^0+$/.test(text)) return [numberMark(text, part, 'serial', norm(text), null)]
  if (text.length > LONGEST_FIELD) return [unreadMark(text, part)]
  const absence = readAbsence(text)
  if (absence !== null) return [wordMark(text, absence, part)]
  if (things.has(foldKey(text))) return [wordMark(text, 'not_recorded', part)]
  const pieces = serialPieces(text, part)
  if (pieces.length === 0 || pieces.length > MOST_NUMBERS) {
    return [pieces.length === 0 ? readPiece({ part, kind: 'serial', text, label: null }) : unreadMark(text, part)]
  }
  const marks = pieces.map((piece) => {
    const onBolt = context.longArm === true && piece.label !== null && BOLT_ON_LONG_ARMS.has(piece.label.toLowerCase())
    return readPiece(onBolt ? { ...piece, part: 'bolt_breech' } : piece)
  })
  return serialFirst(text, part, marks)
}

function serialFirst(text: string, part: Part, marks: Mark[]): Mark[] {
  const serials = marks.filter((mark) => mark.kind === 'serial')
  const first =
    serials.find((mark) => mark.part === 'frame' || mark.part.startsWith('receiver')) ??
    serials.find((mark) => mark.norm !== null) ??
    serials[0]
  if (first === undefined) return [wordMark(text, 'not_recorded', part), ...marks]
  return [first, ...marks.filter((mark) => mark !== first)]
}

/** How much a mark narrows a search: its clear characters, from 0 where there is no number. */
export function serialSpecificity(mark: Mark): number {
  return mark.characters.reduce((sum, one) => sum + (one.state === 'clear' ? 1 : 0), 0)
}
