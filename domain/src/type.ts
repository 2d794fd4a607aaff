import { readAbsence } from './absence.ts'
import { foldKey, foldTokens, isBlank } from './fold.ts'
import type { ItemCategory, OriginOfLethality, ReadWord } from './item.ts'
import { ACTION_WORDS, TYPE_WORDS, type TypeMeaning } from './lexicons/type-words.ts'
import { ACTIONS, NEIGHBOURS, OTHER_GOODS, TYPES } from './lexicons/types.ts'
import { readNcicType } from './ncic-type.ts'
import { absentWord, blankWord, namedWord, unreadWord } from './read-word.ts'
import { SpellingTable } from './spelling.ts'

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

const rows = new Map<string, { readonly name: string; readonly broader: string | null; readonly broad?: true }>(
  Object.entries(TYPES),
)
const goods = new Map<string, string>(Object.entries(OTHER_GOODS))
for (const code of [...rows.keys(), ...goods.keys()]) {
  const key = foldKey(code)
  if (!byWord.has(key)) byWord.set(key, { type: code as TypeMeaning['type'] })
}

/** The name of a type or of other goods, or null where no table knows the code. */
export function nameOfType(code: string): string | null {
  return rows.get(code)?.name ?? goods.get(code) ?? null
}

function categoryOf(code: string): ItemCategory {
  if (code === 'other') return 'unknown'
  if (code === 'component' || code === 'ammunition') return code
  return goods.has(code) ? 'other' : 'firearm'
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

function ancestry(code: string): string[] {
  const chain = [code]
  for (let up = rows.get(code)?.broader; up; up = rows.get(up)?.broader) chain.push(up)
  return chain
}

const SAYS_LITTLE: ReadonlySet<string> = new Set(['firearm', 'other'])
const neighbours = new Set(NEIGHBOURS.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))

/**
 * How far apart two types are, from 0 (the same) to 1 (nothing in common): 0.25 for each step to a broader word, 0.5
 * between neighbours and siblings and from a word that says little. Symmetric. Unknown codes are compared as words.
 */
export function typeDistance(a: string, b: string): number {
  if (a === b) return 0
  if (SAYS_LITTLE.has(a) || SAYS_LITTLE.has(b)) return 0.5
  const up = ancestry(a)
  const down = ancestry(b)
  if (down.includes(a)) return 0.25 * down.indexOf(a)
  if (up.includes(b)) return 0.25 * up.indexOf(b)
  if (neighbours.has(`${a} ${b}`) || up.some((code) => down.includes(code))) return 0.5
  return 1
}

/** How specific a type is: 0 where the word could be any firearm, 1 for a broad word, 2 and more below it. */
export function typeSpecificity(code: string): number {
  if (SAYS_LITTLE.has(code) || (!rows.has(code) && !goods.has(code))) return 0
  return ancestry(code).length + (rows.get(code)?.broad ? 0 : 1)
}

/** Does a type say that the item is held in one hand, that it is a long arm, or neither? */
export function sizeOfType(code: string | null): 'handgun' | 'long' | 'launcher' | null {
  if (code === null) return null
  const root = ancestry(code).at(-1)
  if (root === 'handgun') return 'handgun'
  if (root === 'long_gun' || root === 'automatic_weapon') return 'long'
  return root === 'light_weapon' ? 'launcher' : null
}
