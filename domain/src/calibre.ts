import { readAbsence } from './absence.ts'
import { areRelated, CALIBRE_ROWS } from './calibre-distance.ts'
import { calibreKey, dateAsCalibre, numberOf, withoutCompany } from './calibre-text.ts'
import { foldKey, isBlank, LONGEST_WORD } from './fold.ts'
import type { ReadWord } from './item.ts'
import { NO_CALIBRE, NUMBERS, type NumberRow } from './lexicons/calibre-numbers.ts'
import { CALIBRES, type CalibreRow } from './lexicons/calibres.ts'
import { absentWord, blankWord, namedWord, unreadWord } from './read-word.ts'
import { sizeOfType } from './type-distance.ts'

export interface CalibreContext {
  /** Code of the type, where it is known: it decides whether `32` is a bore or .32. */
  readonly type?: string | null
  /** Code of the action: a single-shot pistol does not fire .32 ACP because it is called a pistol. */
  readonly action?: string | null
}

type Arm = keyof NumberRow

const rows = CALIBRE_ROWS
const byWord = new Map<string, string>()
for (const { code, name, words } of CALIBRES) {
  for (const word of [...words.split('|'), name]) {
    const key = calibreKey(word)
    if (key !== '' && !byWord.has(key) && !(key in NUMBERS)) byWord.set(key, code)
  }
}
const noCalibre = new Set(NO_CALIBRE.split('|').map(foldKey))

const BORE_AND_CHAMBER =
  /^(4|8|10|12|14|16|20|24|28|32|36|410)(?:[x/](?:50|60|63|65|67|67\.5|70|73|75|76|89)(?:mm)?|(?:ga|gauge|gage|bore|g))$/
/** Calibres of two digits and more are not millimetres on anything that is held in two hands. */
const LEAST_NOT_MILLIMETRES = 12

function armOf({ type, action }: CalibreContext): Arm {
  if (type === 'shotgun') return 'shotgun'
  if (type === 'air_weapon') return 'air'
  if (type === 'revolver') return 'revolver'
  if (type === 'pistol') return action === 'single_shot' || action === 'break' ? 'handgun' : 'pistol'
  const size = sizeOfType(type ?? null)
  if (size === 'launcher' || size === 'handgun') return size
  return size === 'long' && type !== 'long_gun' && type !== 'combination' ? 'rifle' : 'any'
}

function numberMeaning(digits: string, arm: Arm): string | null {
  const row = NUMBERS[digits]
  if (row === undefined) return byWord.get(digits) ?? null
  const own = row[arm] ?? (arm === 'pistol' || arm === 'revolver' ? row.handgun : undefined) ?? row.any
  return own === undefined || own === '' ? null : own
}

function readNumber(key: string, arm: Arm): string | null {
  const number = numberOf(key)
  if (number === null) return null
  const { digits, inch, millimetres } = number
  if (number.spoilt === '38') return arm === 'revolver' ? '38' : '38_or_380'
  if (millimetres && !digits.includes('.')) {
    const value = Number(digits)
    const size = arm === 'any' || arm === 'launcher'
    if (value < LEAST_NOT_MILLIMETRES || (value < 100 && size))
      return arm === 'launcher' ? numberMeaning(digits, arm) : null
  }
  return numberMeaning(digits, arm) ?? (inch ? (byWord.get(`.${digits}`) ?? null) : null)
}

/** `.32 ACP (7.65 mm)`: several names of one calibre, of which the more specific one counts. */
function readSeveral(stated: string, arm: Arm): string | null {
  const names = stated.split(/[()/]/).filter((part) => /\d/.test(part))
  if (names.length < 2 || names.length > 4) return null
  let best: CalibreRow | null = null
  for (const name of names) {
    const row = rows.get(readOne(name, arm) ?? '')
    if (row === undefined || (best !== null && !areRelated(best, row))) return null
    if (best === null || (best.kind === 'broad' && row.kind !== 'broad')) best = row
  }
  return best?.code ?? null
}

function readOne(stated: string, arm: Arm): string | null {
  const key = calibreKey(stated)
  if (key === '') return null
  const bare = key.replace(/^\./, '')
  const known = byWord.get(key) ?? (/^\d+$/.test(bare) || key.startsWith('0.') ? undefined : byWord.get(bare))
  if (known !== undefined) return known
  const chambered = BORE_AND_CHAMBER.exec(bare)
  if (chambered) return chambered[1] === '410' ? 'bore_36' : `bore_${chambered[1]}`
  return readNumber(key, arm)
}

/**
 * Reads a stated calibre. The type decides where sources use one number for several things; where it does not, the
 * word keeps a broad meaning (`32, bore or .32`). Values that spreadsheets spoil are read where only one calibre can
 * have been meant: `0.4`, `1970-12-01 00:00:00`. What no table knows is unread.
 */
export function readCalibre(stated: string | null | undefined, context: CalibreContext = {}): ReadWord {
  if (stated === null || stated === undefined || isBlank(stated)) return blankWord(stated)
  if (stated.length > LONGEST_WORD) return unreadWord(stated)
  const arm = armOf(context)
  const code =
    dateAsCalibre(stated) ?? readOne(stated, arm) ?? readSeveral(stated, arm) ?? readOne(withoutCompany(stated), arm)
  if (code !== null) return namedWord(stated, code, rows.get(code)?.name ?? code)
  if (noCalibre.has(foldKey(stated))) return absentWord(stated, 'none_found')
  if (/^[\s0?.,*_'"()-]+$/.test(stated)) return absentWord(stated, 'not_recorded')
  const absence = readAbsence(stated)
  return absence === null ? unreadWord(stated) : absentWord(stated, absence)
}

/** Every word for a calibre by its key, with the calibre's code. */
export function calibreWords(): Iterable<readonly [string, string]> {
  return byWord
}

/** A calibre's row, or null where no table knows the code. */
export function findCalibre(code: string): CalibreRow | null {
  return rows.get(code) ?? null
}
