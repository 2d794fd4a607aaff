import { BALLISTIC_RESULTS, BALLISTIC_WORDS, type BallisticResult } from './facts/ballistic-words.ts'
import { foldTokens, LONGEST_WORD } from './fold.ts'

const byWords = new Map<string, BallisticResult>()
let mostTokens = 1
for (const result of BALLISTIC_RESULTS) {
  for (const words of BALLISTIC_WORDS[result].split('|')) {
    const tokens = foldTokens(words)
    byWords.set(tokens.join(' '), result)
    mostTokens = Math.max(mostTokens, tokens.length)
  }
}

/**
 * The longest beginning that the table knows: `hit not confirmed` is no `hit`. One word alone is the whole statement or
 * says nothing: `lead` is a metal too, and `hit and run` an offence.
 */
function beginningOf(statement: string): BallisticResult | null {
  const tokens = foldTokens(statement.trim().slice(0, LONGEST_WORD))
  const fewest = tokens.length === 1 ? 1 : 2
  for (let count = Math.min(mostTokens, tokens.length); count >= fewest; count--) {
    const result = byWords.get(tokens.slice(0, count).join(' '))
    if (result !== undefined) return result
  }
  return null
}

/** Longest text that is taken apart, in UTF-16 code units. */
const LONGEST = 500

/**
 * What the words of a ballistic result say: a confirmed *hit*, a *lead*, or that nothing was found. A statement is known
 * by its beginning (`Confirmed hit: case 4711`), any statement of the text counts, and where two say different things the
 * cautious one does: a text that says hit and lead is a lead. Null for every text that no table knows, and where nothing
 * is stated: unknown stays unknown. Never throws.
 */
export function readBallisticResult(stated: string | null | undefined): BallisticResult | null {
  if (stated === null || stated === undefined || stated.length > LONGEST) return null
  const results = new Set(stated.split(/[;:,.()\n\r–—]+|\s-\s/u).map(beginningOf))
  if (results.has('lead')) return 'lead'
  if (results.has('hit')) return results.has('none') ? null : 'hit'
  return results.has('none') ? 'none' : null
}
