import { readAbsence } from './absence.ts'
import { foldKey, foldTokens, isBlank } from './fold.ts'
import type { ItemCategory, OriginOfLethality, ReadWord } from './item.ts'
import { ACTION_WORDS, TYPE_WORDS, type TypeMeaning } from './lexicons/type-words.ts'
import { ACTIONS, type OTHER_GOODS, type TYPES } from './lexicons/types.ts'
import { readNcicType } from './ncic-type.ts'
import { absentWord, blankWord, namedWord, unreadWord } from './read-word.ts'
import { SpellingTable } from './spelling.ts'
import { GOODS, TYPE_ROWS } from './type-distance.ts'

export type FirearmType = keyof typeof TYPES
export type OtherGoods = keyof typeof OTHER_GOODS
export type Action = keyof typeof ACTIONS

export interface TypeRead {
  readonly type: ReadWord
  readonly action: ReadWord
  readonly lethality: OriginOfLethality
  readonly category: ItemCategory
}

const SHORTEST_MISSPELT = 6

const byWord = new Map<string, TypeMeaning>()
for (const meaning of TYPE_WORDS) {
  for (const word of meaning.words.split('|')) {
    const key = foldKey(word)
    if (!byWord.has(key)) byWord.set(key, meaning)
  }
}
const misspelt = new SpellingTable<TypeMeaning>(byWord, SHORTEST_MISSPELT)

const actionByWord = new Map<string, Action>()
for (const action of Object.keys(ACTIONS) as Action[]) {
  actionByWord.set(foldKey(action), action)
  for (const word of ACTION_WORDS[action].split('|')) actionByWord.set(foldKey(word), action)
}

for (const code of [...TYPE_ROWS.keys(), ...GOODS.keys()]) {
  const key = foldKey(code)
  if (!byWord.has(key)) byWord.set(key, { type: code as TypeMeaning['type'] })
}

/** The name of a type or of other goods, or null where no table knows the code. */
export function nameOfType(code: string): string | null {
  return TYPE_ROWS.get(code)?.name ?? GOODS.get(code) ?? null
}

function categoryOf(code: string): ItemCategory {
  if (code === 'other') return 'unknown'
  if (code === 'component' || code === 'ammunition') return code
  return GOODS.has(code) ? 'other' : 'firearm'
}

/** The meaning of the longest beginning of the words that a table knows: `Pistola Taurus`, `espingarda 2 canos`. */
function meaningOf(stated: string): TypeMeaning | null {
  const key = foldKey(stated)
  const exact = byWord.get(key)
  if (exact) return exact
  const ncic = readNcicType(stated)
  if (ncic) return ncic
  const tokens = foldTokens(stated)
  for (let count = Math.min(tokens.length - 1, 5); count > 0; count--) {
    const start = byWord.get(tokens.slice(0, count).join(''))
    if (start) return start
  }
  return misspelt.nearest(key)
}

function actionFrom(stated: string): Action | null {
  const whole = actionByWord.get(foldKey(stated))
  if (whole) return whole
  const tokens = foldTokens(stated)
  for (let i = 1; i < tokens.length; i++) {
    const rest = actionByWord.get(tokens.slice(i).join(''))
    if (rest) return rest
  }
  return null
}

function lethalityFrom(stated: string): OriginOfLethality {
  for (const token of foldTokens(stated)) {
    const lethality = byWord.get(token)?.lethality
    if (lethality) return lethality
  }
  return 'unknown'
}

/**
 * Reads a stated type: its place in the typology, the action where the word says it, where its lethality comes from
 * where the word says that (`arma artesanal`), and whether it is a firearm at all. Also NCIC codes (`PI`). What no
 * table knows is unread.
 */
export function readType(stated: string | null | undefined): TypeRead {
  const nothing = { action: blankWord(null), lethality: 'unknown', category: 'unknown' } as const
  if (stated === null || stated === undefined || isBlank(stated)) return { type: blankWord(stated), ...nothing }
  const meaning = meaningOf(stated)
  if (meaning === null) {
    const absence = readAbsence(stated)
    return { type: absence ? absentWord(stated, absence) : unreadWord(stated), ...nothing }
  }
  return typeOf(stated, meaning)
}

function typeOf(stated: string, meaning: TypeMeaning): TypeRead {
  const action = meaning.action ?? actionFrom(stated)
  return {
    type: namedWord(
      stated,
      meaning.type,
      nameOfType(meaning.type) ?? meaning.type,
      meaning.lethality === 'craft_produced' ? 'craft' : 'named',
    ),
    action: action ? namedWord(stated, action, ACTIONS[action]) : blankWord(null),
    lethality: meaning.lethality ?? lethalityFrom(stated),
    category: categoryOf(meaning.type),
  }
}

/** Every folded word for a type or for other goods, with its code. */
export function* typeWords(): Generator<readonly [string, string]> {
  for (const [word, { type }] of byWord) yield [word, type]
}

/** A stated type that is known to mean this code, or null where no table knows the code. */
export function typeByCode(stated: string, code: string): TypeRead | null {
  if (nameOfType(code) === null) return null
  const own = byWord.get(foldKey(code))
  return typeOf(stated, own?.type === code ? own : { type: code as TypeMeaning['type'] })
}
