import type { Chances } from '../../../server/src/demonstration/random.ts'

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const

/** The letters beside one on the keyboard. */
function beside(letter: string): string {
  const row = ROWS.find((keys) => keys.includes(letter))
  const at = row?.indexOf(letter) ?? -1
  return row ? (row[at - 1] ?? '') + (row[at + 1] ?? '') : ''
}

/** A word with one keystroke gone wrong: a key beside, a letter left out, typed twice or before its neighbour. */
export function keystroke(word: string, chances: Chances): string {
  const at = chances.below(word.length)
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)]
  const kind = chances.below(4)
  const keys = beside(letter.toLowerCase())
  if (kind === 0 && keys !== '') return before + chances.pick([...keys]) + after
  if (kind === 1) return before + after
  if (kind === 2 && after !== '') return before + after[0] + letter + after.slice(1)
  return before + letter + letter.toLowerCase() + after
}
