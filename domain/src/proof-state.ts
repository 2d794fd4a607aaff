import { readCountry } from './country.ts'
import { PROOF_TOWNS } from './facts/proof-houses.ts'
import { foldKey } from './fold.ts'
import { foldedWords } from './lexicons/words.ts'

const byTown = new Map(
  Object.entries(PROOF_TOWNS).flatMap(([state, towns]) => foldedWords(towns).map((town) => [town, state] as const)),
)
/** A town’s name has at the most so many words. */
const MOST_WORDS = 4
/** A shorter word is a letter of the mark itself. */
const SHORTEST_NAME = 4

function stateOf(words: readonly string[]): string | null {
  const key = foldKey(words.join(' '))
  if (key.length < SHORTEST_NAME && !byTown.has(key)) return null
  return byTown.get(key) ?? readCountry(words.join(' ')).code
}

/**
 * The state whose proof house a mark names by its town or by its own name: `Gardone V.T.`, `proof Liège`; null where none is
 * named, and where several are.
 */
export function proofState(stated: string): string | null {
  const words = stated.split(/[\s,;()/-]+/u).filter((word) => word !== '')
  const states = new Set<string>()
  for (let from = 0; from < Math.min(words.length, 40); from++)
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to++) {
      const state = stateOf(words.slice(from, to))
      if (state !== null) states.add(state)
    }
  return states.size === 1 ? [...states][0]! : null
}
