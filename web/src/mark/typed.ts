import type { MarkCharacter } from '@proofmark/domain/marking'

/** One position of a mark that is being typed, and the range of the typed text that it is written in. */
export interface TypedCell extends MarkCharacter {
  readonly start: number
  readonly end: number
}

/** Stamped between the characters of a mark or not; with `~`, which asks for look-alikes too, they belong to no cell. */
const SEPARATOR = /[\s.\-/~]/u

/** The longest pattern that the search takes. */
export const LONGEST_TYPED = 200

function upper(character: string): string {
  const raised = character.toUpperCase()
  return [...raised].length === 1 ? raised : character
}

function alternativesIn(text: string): string[] {
  return [...new Set([...text].map(upper))].filter(
    (character) => !/[[\]?*]/.test(character) && !SEPARATOR.test(character),
  )
}

/**
 * The cells of a typed pattern: `?` one lost character, `*` a run of unknown length, `[8B]` one of these, everything
 * else a clear character in upper case. Tolerant, since it reads what is still being typed: an unclosed `[` reaches to
 * the end, a stray `]` and separators make no cell.
 */
export function cellsOf(typed: string): TypedCell[] {
  const cells: TypedCell[] = []
  let at = 0
  while (at < typed.length) {
    const character = String.fromCodePoint(typed.codePointAt(at) ?? 0)
    const start = at
    at += character.length
    if (character === '[') {
      const close = typed.indexOf(']', at)
      const inside = typed.slice(at, close < 0 ? typed.length : close)
      at = close < 0 ? typed.length : close + 1
      const alternatives = alternativesIn(inside)
      const state = alternatives.length === 1 ? 'clear' : alternatives.length === 0 ? 'lost' : 'doubtful'
      cells.push({ start, end: at, state, alternatives, run: false })
    } else if (character === '?') cells.push({ start, end: at, state: 'lost', alternatives: [], run: false })
    else if (character === '*') {
      // Two runs that touch are one of unknown length.
      const last = cells.at(-1)
      if (last?.run) cells[cells.length - 1] = { ...last, end: at }
      else cells.push({ start, end: at, state: 'lost', alternatives: [], run: true })
    } else if (character !== ']' && !SEPARATOR.test(character))
      cells.push({ start, end: at, state: 'clear', alternatives: [upper(character)], run: false })
  }
  return cells
}
