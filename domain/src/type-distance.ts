import { NEIGHBOURS, OTHER_GOODS, TYPES } from './lexicons/types.ts'

interface TypeRow {
  readonly name: string
  readonly broader: string | null
  readonly broad?: true
}

/** The types that the tables know, by code. */
export const TYPE_ROWS: ReadonlyMap<string, TypeRow> = new Map(Object.entries(TYPES))
/** Names of other goods, by code. */
export const GOODS: ReadonlyMap<string, string> = new Map(Object.entries(OTHER_GOODS))

function ancestry(code: string): string[] {
  const chain = [code]
  for (let up = TYPE_ROWS.get(code)?.broader; up; up = TYPE_ROWS.get(up)?.broader) chain.push(up)
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
  if (SAYS_LITTLE.has(code) || (!TYPE_ROWS.has(code) && !GOODS.has(code))) return 0
  return ancestry(code).length + (TYPE_ROWS.get(code)?.broad ? 0 : 1)
}

/** Does a type say that the item is held in one hand, that it is a long arm, or neither? */
export function sizeOfType(code: string | null): 'handgun' | 'long' | 'launcher' | null {
  if (code === null) return null
  const root = ancestry(code).at(-1)
  if (root === 'handgun') return 'handgun'
  if (root === 'long_gun' || root === 'automatic_weapon') return 'long'
  return root === 'light_weapon' ? 'launcher' : null
}
